// What is generated is the same in every run, so that a red run is the fault of what changed; FC_SEED tries others.
import fc from 'fast-check'

const { FC_SEED = '1' } = process.env
fc.configureGlobal({ seed: Number(FC_SEED) })

export default fc
