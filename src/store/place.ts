/** Where in a data folder the database is: to be asked without loading the engine. */
import { join } from 'node:path'

export const databaseFile = (folder: string): string => join(folder, 'pilcrow.db')
