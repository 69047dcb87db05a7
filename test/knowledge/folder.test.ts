import { chmod, copyFile, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readFolder } from '../../src/knowledge/folder.ts'
import { SUPPORTED } from '../../src/knowledge/media-type.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilcrow-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const prose = 'Le pont de Namur sera fermé pendant deux semaines, a annoncé lundi le bourgmestre.'
const write = async (path: string, content: string | Uint8Array = prose): Promise<string> => {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
  return file
}
const signal = new AbortController().signal
const load = async (path = folder) => {
  const { articles, problems } = await readFolder(path, signal)
  return {
    ids: articles.map(({ head }) => head.id),
    problems: problems.map(({ code, facts }) => ({ code, ...facts })),
  }
}

describe('what is read', () => {
  test('every .txt and .md file, in order of path', async () => {
    for (const path of ['b.txt', 'a.md', 'Été à Namur.TXT', 'sub/c.md', 'sub/sub/d.txt']) await write(path)
    expect(await load()).toEqual({ ids: ['a', 'b', 'c', 'd', 'ete-a-namur'], problems: [] })
  })
  test('the folder may be written with a stroke at the end', async () => {
    await write('a.txt')
    expect((await load(`${folder}/`)).ids).toEqual(['a'])
  })
  test('an empty folder is an empty library', async () => {
    expect(await load()).toEqual({ ids: [], problems: [] })
  })
  test('not what is hidden, too deep, or of another kind', async () => {
    for (const path of ['.a.txt', '.git/b.txt', '1/2/3/4/c.txt', '1/2/3/4/5/d.txt', 'e.png', 'README', 'f.json'])
      await write(path)
    await mkdir(join(folder, 'folder.txt'))
    expect(await load()).toEqual({ ids: ['c'], problems: [] })
  })
})

describe('links', () => {
  test('that leave the folder are ignored', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'pilcrow-outside-'))
    try {
      await writeFile(join(outside, 'secret.txt'), prose)
      await symlink(join(outside, 'secret.txt'), join(folder, 'a.txt'))
      await symlink(outside, join(folder, 'sub'))
      await write('b.txt')
      expect(await load()).toEqual({ ids: ['b'], problems: [] })
    } finally {
      await rm(outside, { recursive: true })
    }
  })
  test('to what is read anyway are ignored, and no loop is entered', async () => {
    await write('a.txt')
    await symlink(join(folder, 'a.txt'), join(folder, '0.txt'))
    await symlink(folder, join(folder, 'loop'))
    expect(await load()).toEqual({ ids: ['a'], problems: [] })
  })
  test('to a hidden place within are followed, as a mounted ConfigMap needs', async () => {
    await write('..2026_01/a.txt')
    await symlink('..2026_01', join(folder, '..data'))
    await symlink('..data/a.txt', join(folder, 'a.txt'))
    await symlink('..data/a.txt', join(folder, 'b.txt'))
    expect(await load()).toEqual({ ids: ['a'], problems: [] })
  })
  test('to nothing are a problem', async () => {
    await symlink('nowhere.txt', join(folder, 'a.txt'))
    await symlink('b.txt', join(folder, 'b.txt'))
    expect((await load()).problems).toEqual([
      { code: 'unreadable_file', file: join(folder, 'a.txt') },
      { code: 'unreadable_file', file: join(folder, 'b.txt') },
    ])
  })
  test('the folder itself may be one', async () => {
    await write('real/a.txt')
    await symlink('real', join(folder, 'link'))
    await symlink('a.txt', join(folder, 'real/b.txt'))
    expect((await load(join(folder, 'link'))).ids).toEqual(['a'])
  })
})

describe('what is wrong with one file does not keep the others out', () => {
  test('each is named', async () => {
    const good = await write('good.txt')
    const files = {
      empty_file: await write('1.txt', ' \n'),
      binary_file: await write('2.txt', Uint8Array.of(1, 0, 2)),
      no_paragraphs: await write('3.md', '# Rien'),
      duplicate_article: await write('sub/good.md'),
      bad_front_matter: await write('4.md', '---\nlanguage: [fr]\n---\nUn.'),
    }
    const { ids, problems } = await load()
    expect(ids).toEqual(['good'])
    expect(problems).toHaveLength(5)
    for (const [code, file] of Object.entries(files))
      expect(problems).toContainEqual(expect.objectContaining({ code, file }))
    expect(problems).toContainEqual({
      code: 'duplicate_article',
      file: files.duplicate_article,
      id: 'good',
      other: good,
    })
  })
  test('a file of 50 MB is refused unread, with the limit', async () => {
    const file = await write('huge.txt')
    await truncate(file, 50 * 1024 * 1024)
    expect((await load()).problems).toEqual([{ code: 'file_too_large', file, megabytes: 50, limit: 5 }])
  })
  test.each(['a.epub', 'b.ODT', 'c.doc'])('%s is of a kind that people expect to be read', async (name) => {
    const file = await write(name)
    expect((await load()).problems).toEqual([{ code: 'unsupported_file', file, supported: SUPPORTED }])
  })
  test('pages, PDFs and word processor files are read like the others', async () => {
    const pages = join(import.meta.dirname, 'pages')
    for (const name of ['spip.html', 'word.htm', 'libreoffice.pdf', 'pandoc.docx'])
      await copyFile(join(pages, name), join(folder, name))
    await write('b.md', '# Rien de plus\n\nUn paragraphe.')
    expect(await load()).toEqual({ ids: ['b', 'libreoffice', 'pandoc', 'spip', 'word'], problems: [] })
  })
  test.each(['a.html', 'b.pdf', 'c.docx'])('%s that is empty', async (name) => {
    const file = await write(name, '')
    expect((await load()).problems).toEqual([{ code: 'empty_file', file }])
  })
  test('a file or a folder without permission', async () => {
    const file = await write('a.txt')
    await write('b.txt')
    await write('closed/c.txt')
    await chmod(folder, 0o755)
    await chmod(file, 0)
    await chmod(join(folder, 'closed'), 0)
    // The superuser may read everything: become nobody for a moment.
    const root = process.getuid?.() === 0
    if (root) process.seteuid?.(65534)
    try {
      const { ids, problems } = await load()
      expect(ids).toEqual(['b'])
      expect(problems).toEqual([
        { code: 'unreadable_file', file: join(folder, 'closed') },
        { code: 'unreadable_file', file },
      ])
    } finally {
      if (root) process.seteuid?.(0)
      await chmod(join(folder, 'closed'), 0o755)
    }
  })
})

describe('bounds', () => {
  test('of how many files are read', async () => {
    await Promise.all(Array.from({ length: 1_001 }, (_, index) => write(`${String(index).padStart(4, '0')}.txt`)))
    const { ids, problems } = await load()
    expect(ids).toHaveLength(1_000)
    expect(problems).toEqual([{ code: 'too_many_files', folder, limit: 1_000 }])
  })
})

describe('failures', () => {
  test('no such folder', async () => {
    const missing = join(folder, 'missing')
    await expect(load(missing)).rejects.toMatchObject({ code: 'missing_folder', facts: { folder: missing } })
  })
  test('a file where a folder belongs', async () => {
    await expect(load(await write('a.txt'))).rejects.toMatchObject({ code: 'missing_folder' })
  })
  test('aborted before, and meanwhile', async () => {
    await write('a.txt')
    await expect(readFolder(folder, AbortSignal.abort())).rejects.toMatchObject({ code: 'aborted' })
    const controller = new AbortController()
    const reading = readFolder(folder, controller.signal)
    controller.abort()
    await expect(reading).rejects.toMatchObject({ code: 'aborted' })
  })
})
