/** The schema of the SQLite engine, as ordered steps, and how a database is brought from any of them to the last. */
import type { DatabaseSync } from 'node:sqlite'
import { AppError } from '../failures.ts'
import { transaction } from './transaction.ts'

export type Migration = { readonly name: string; readonly sql: string }

/** Only ever appended to: people's databases have run what stands here. `test/store/versions.ts` holds one of each. */
export const migrations: readonly Migration[] = [
  {
    name: 'answers, settings, feedback, command hashes, quota',
    // `number` is the order of saving. Links and verdicts hang on an answer and go with it; `after` names an answer
    // that may be gone, so it is no reference.
    sql: `
      CREATE TABLE answers (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        question TEXT NOT NULL,
        asker TEXT NOT NULL,
        server TEXT,
        channel TEXT NOT NULL,
        private INTEGER NOT NULL CHECK (private IN (0, 1)),
        after TEXT,
        answer TEXT NOT NULL,
        at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX answers_by_asker ON answers (asker);
      CREATE INDEX answers_by_channel ON answers (channel, private);
      CREATE INDEX answers_by_time ON answers (at);

      CREATE TABLE messages (
        message TEXT PRIMARY KEY,
        channel TEXT NOT NULL,
        answer INTEGER NOT NULL REFERENCES answers ON DELETE CASCADE
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX messages_by_answer ON messages (answer);
      CREATE INDEX messages_by_channel ON messages (channel, answer);

      CREATE TABLE feedback (
        answer INTEGER NOT NULL REFERENCES answers ON DELETE CASCADE,
        member TEXT NOT NULL,
        verdict TEXT NOT NULL CHECK (verdict IN ('up', 'down')),
        at INTEGER NOT NULL,
        PRIMARY KEY (answer, member)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX feedback_by_member ON feedback (member);

      CREATE TABLE admissions (
        member TEXT NOT NULL,
        server TEXT,
        at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX admissions_by_member ON admissions (member, server, at);
      CREATE INDEX admissions_by_time ON admissions (at);

      CREATE TABLE settings (server TEXT PRIMARY KEY, settings TEXT NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE command_hashes (scope TEXT PRIMARY KEY, hash TEXT NOT NULL) STRICT, WITHOUT ROWID;
    `,
  },
  {
    name: 'summaries',
    sql: `
      CREATE TABLE summaries (
        article TEXT NOT NULL,
        hash TEXT NOT NULL,
        signature TEXT NOT NULL,
        summary TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (article, hash, signature)
      ) STRICT;
      CREATE INDEX summaries_by_time ON summaries (at);
    `,
  },
  {
    name: 'spending, calls under way, outcomes, unanswered questions',
    // Spending is counted twice, for whoever pays and for everything (`total`, no account), so that what is deleted of
    // a member does not come free. `micros` are millionths of a dollar; `unpriced` counts calls without a known price.
    // A call of a member who was forgotten has no account. Outcomes outside of servers have the server ''.
    sql: `
      CREATE TABLE spending (
        kind TEXT NOT NULL CHECK (kind IN ('total', 'server', 'member')),
        account TEXT NOT NULL,
        day INTEGER NOT NULL,
        model TEXT NOT NULL,
        calls INTEGER NOT NULL,
        input INTEGER NOT NULL,
        cached INTEGER NOT NULL,
        output INTEGER NOT NULL,
        micros INTEGER NOT NULL,
        unpriced INTEGER NOT NULL,
        PRIMARY KEY (kind, account, day, model)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE calls (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('server', 'member')),
        account TEXT,
        model TEXT NOT NULL,
        at INTEGER NOT NULL,
        until INTEGER NOT NULL,
        tokens INTEGER NOT NULL,
        micros INTEGER NOT NULL,
        sent_tokens INTEGER NOT NULL,
        sent_micros INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE outcomes (
        server TEXT NOT NULL,
        day INTEGER NOT NULL,
        kind TEXT NOT NULL,
        author TEXT NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (server, day, kind, author)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE unanswered (
        number INTEGER PRIMARY KEY,
        server TEXT NOT NULL,
        member TEXT NOT NULL,
        question TEXT NOT NULL,
        at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX unanswered_by_server ON unanswered (server);
      CREATE INDEX unanswered_by_member ON unanswered (member);
      CREATE INDEX unanswered_by_time ON unanswered (at);

      CREATE INDEX admissions_by_server ON admissions (server, at);
    `,
  },
  {
    name: 'articles and their versions, servers',
    // A version is present where its article's hash names it, else it is kept for what `citations` says: what of an
    // answer's record names versions, written out, since no index reaches into that. `title` is one that was given.
    sql: `
      CREATE TABLE articles (
        id TEXT PRIMARY KEY,
        server TEXT,
        origin TEXT NOT NULL,
        url TEXT,
        title TEXT,
        by TEXT,
        added_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        hash TEXT NOT NULL,
        paragraphs INTEGER NOT NULL,
        characters INTEGER NOT NULL,
        revision INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX articles_by_server ON articles (server);
      CREATE TABLE articles_revision (
        only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
        revision INTEGER NOT NULL
      ) STRICT;
      INSERT INTO articles_revision VALUES (1, 0);

      CREATE TABLE versions (
        article TEXT NOT NULL REFERENCES articles ON DELETE CASCADE,
        hash TEXT NOT NULL,
        content TEXT NOT NULL,
        PRIMARY KEY (article, hash)
      ) STRICT;

      CREATE TABLE citations (
        answer INTEGER NOT NULL REFERENCES answers ON DELETE CASCADE,
        article TEXT NOT NULL,
        hash TEXT NOT NULL,
        PRIMARY KEY (answer, article, hash)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX citations_by_version ON citations (article, hash);
      INSERT INTO citations
        SELECT DISTINCT answers.number, json_extract(place.value, '$.article'), json_extract(place.value, '$.hash')
        FROM answers, json_tree(CASE WHEN json_valid(answers.answer) THEN answers.answer ELSE '[]' END) AS place
        WHERE place.type = 'object' AND place.fullkey NOT LIKE '$.passages%'
          AND json_type(place.value, '$.article') = 'text' AND json_type(place.value, '$.hash') = 'text'
          AND json_type(place.value, '$.paragraph') = 'integer';

      CREATE TABLE servers (server TEXT PRIMARY KEY, left_at INTEGER) STRICT, WITHOUT ROWID;
      CREATE INDEX answers_by_server ON answers (server);
      INSERT INTO servers
        SELECT server, NULL FROM settings
        UNION SELECT server, NULL FROM answers WHERE server IS NOT NULL
        UNION SELECT server, NULL FROM admissions WHERE server IS NOT NULL;
    `,
  },
]

/** Tells our databases from other programs' (https://sqlite.org/pragma.html#pragma_application_id): `Plcr` in ASCII. */
const APPLICATION_ID = 0x506c6372

/**
 * How many steps a database has run; 0 for an empty one. Changes nothing. Throws `AppError` newer_database, or
 * unusable_database (foreign) for one that another program, or another line of this one, has made.
 */
export const version = (database: DatabaseSync, steps: readonly Migration[] = migrations): number => {
  const file = database.location() ?? ':memory:'
  const foreign = () => new AppError('unusable_database', { file, reason: 'foreign' })
  if (database.prepare('SELECT name FROM sqlite_schema LIMIT 1').get() === undefined) return 0
  if (database.prepare('PRAGMA application_id').get()?.application_id !== APPLICATION_ID) throw foreign()
  const done = database.prepare('SELECT name FROM schema_version ORDER BY version').all()
  if (done.length > steps.length)
    throw new AppError('newer_database', { file, found: done.length, known: steps.length })
  if (done.some(({ name }, index) => name !== steps[index]?.name)) throw foreign()
  return done.length
}

/** Runs the steps that are missing, each in a transaction of its own. Two processes may do so at once. */
export const migrate = (database: DatabaseSync, steps: readonly Migration[] = migrations): void => {
  while (version(database, steps) < steps.length) {
    transaction(database, 'write', () => {
      // Read again under the lock: another process may have been here first.
      const next = version(database, steps)
      const step = steps[next]
      if (step === undefined) return
      database.exec(`
        PRAGMA application_id = ${APPLICATION_ID};
        CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
      `)
      database.exec(step.sql)
      database.prepare('INSERT INTO schema_version (version, name) VALUES (?, ?)').run(next + 1, step.name)
    })
  }
}
