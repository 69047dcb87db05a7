/**
 * A database of each version of the schema, as it was written then and with something in every table: what people may
 * have on their disks. A new step of the schema adds one here; none is ever changed.
 */

const answer = JSON.stringify({
  by: 'model',
  partial: false,
  language: 'fr',
  locale: 'fr',
  passages: [{ article: 'le-phare', hash: 'aa', paragraph: 3, score: 7.5 }],
  usage: { inputTokens: 1, outputTokens: 2, cachedTokens: 3, calls: 1 },
  kind: 'answered',
  claims: [
    { text: 'Vingt-six mètres.', citations: [{ article: 'le-phare', hash: 'aa', paragraph: 3, start: 4, end: 9 }] },
  ],
})

const settings = JSON.stringify({
  channels: ['c1'],
  roles: [],
  questionChannels: ['c2'],
  defaultArticles: { c1: 'le-phare' },
  locale: 'en',
  privateByDefault: true,
  hourlyLimit: 7,
})

const first = `
    PRAGMA application_id = 0x506c6372;
    CREATE TABLE schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
    INSERT INTO schema_version VALUES (1, 'answers, settings, feedback, command hashes, quota');
    CREATE TABLE answers (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, question TEXT NOT NULL, asker TEXT NOT NULL, server TEXT,
      channel TEXT NOT NULL, private INTEGER NOT NULL CHECK (private IN (0, 1)), after TEXT, answer TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX answers_by_asker ON answers (asker);
    CREATE INDEX answers_by_channel ON answers (channel, private);
    CREATE INDEX answers_by_time ON answers (at);
    CREATE TABLE messages (
      message TEXT PRIMARY KEY, channel TEXT NOT NULL, answer INTEGER NOT NULL REFERENCES answers ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX messages_by_answer ON messages (answer);
    CREATE INDEX messages_by_channel ON messages (channel, answer);
    CREATE TABLE feedback (
      answer INTEGER NOT NULL REFERENCES answers ON DELETE CASCADE, member TEXT NOT NULL,
      verdict TEXT NOT NULL CHECK (verdict IN ('up', 'down')), at INTEGER NOT NULL, PRIMARY KEY (answer, member)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX feedback_by_member ON feedback (member);
    CREATE TABLE admissions (member TEXT NOT NULL, server TEXT, at INTEGER NOT NULL) STRICT;
    CREATE INDEX admissions_by_member ON admissions (member, server, at);
    CREATE INDEX admissions_by_time ON admissions (at);
    CREATE TABLE settings (server TEXT PRIMARY KEY, settings TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE command_hashes (scope TEXT PRIMARY KEY, hash TEXT NOT NULL) STRICT, WITHOUT ROWID;

    INSERT INTO answers VALUES (1, 'first', 'Quelle hauteur ?', 'me', 'server', 'channel', 0, NULL, '${answer}', 1000);
    INSERT INTO answers VALUES (2, 'second', 'Et l''autre ?', 'me', NULL, 'direct', 1, 'first', '${answer}', 2000);
    INSERT INTO messages VALUES ('m1', 'thread', 1);
    INSERT INTO feedback VALUES (1, 'you', 'down', 1500);
    INSERT INTO admissions VALUES ('me', 'server', 1000);
    INSERT INTO settings VALUES ('server', '${settings}');
    INSERT INTO command_hashes VALUES ('global', 'abc');
  `

const second = `
    ${first}
    INSERT INTO schema_version VALUES (2, 'summaries');
    CREATE TABLE summaries (
      article TEXT NOT NULL, hash TEXT NOT NULL, signature TEXT NOT NULL, summary TEXT NOT NULL, at INTEGER NOT NULL,
      PRIMARY KEY (article, hash, signature)
    ) STRICT;
    CREATE INDEX summaries_by_time ON summaries (at);

    INSERT INTO summaries VALUES ('le-phare', 'aa', 'me', '${answer}', 1000);
  `

const third = `
    ${second}
    INSERT INTO schema_version VALUES (3, 'spending, calls under way, outcomes, unanswered questions');
    CREATE TABLE spending (
      kind TEXT NOT NULL CHECK (kind IN ('total', 'server', 'member')), account TEXT NOT NULL, day INTEGER NOT NULL,
      model TEXT NOT NULL, calls INTEGER NOT NULL, input INTEGER NOT NULL, cached INTEGER NOT NULL,
      output INTEGER NOT NULL, micros INTEGER NOT NULL, unpriced INTEGER NOT NULL,
      PRIMARY KEY (kind, account, day, model)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE calls (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('server', 'member')), account TEXT, model TEXT NOT NULL,
      at INTEGER NOT NULL, until INTEGER NOT NULL, tokens INTEGER NOT NULL, micros INTEGER NOT NULL,
      sent_tokens INTEGER NOT NULL, sent_micros INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE outcomes (
      server TEXT NOT NULL, day INTEGER NOT NULL, kind TEXT NOT NULL, author TEXT NOT NULL, count INTEGER NOT NULL,
      PRIMARY KEY (server, day, kind, author)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE unanswered (
      number INTEGER PRIMARY KEY, server TEXT NOT NULL, member TEXT NOT NULL, question TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX unanswered_by_server ON unanswered (server);
    CREATE INDEX unanswered_by_member ON unanswered (member);
    CREATE INDEX unanswered_by_time ON unanswered (at);
    CREATE INDEX admissions_by_server ON admissions (server, at);

    INSERT INTO spending VALUES ('total', '', 20000, 'small', 1, 900, 100, 50, 7, 0);
    INSERT INTO spending VALUES ('server', 'server', 20000, 'small', 1, 900, 100, 50, 7, 0);
    INSERT INTO calls VALUES ('call', 'server', 'server', 'small', 1728000000000, 1728000060000, 500, 5, 400, 4);
    INSERT INTO outcomes VALUES ('server', 20000, 'answered', 'model', 3);
    INSERT INTO unanswered VALUES (1, 'server', 'me', 'Qui ?', 1728000000000);
  `

const content = JSON.stringify({
  head: { id: 'le-phare', title: 'Le phare', language: 'fr', hash: 'aa' },
  paragraphs: [{ text: 'Un.' }, { text: 'Deux.', heading: 'Plus' }, { text: 'Le phare a vingt-six mètres.' }],
})
const laterContent = JSON.stringify({
  head: { id: 'le-phare', title: 'Le phare', language: 'fr', hash: 'bb' },
  paragraphs: [{ text: 'Tout autre chose.' }],
})

const fourth = `${third}
    INSERT INTO schema_version VALUES (4, 'articles and their versions, servers');
    CREATE TABLE articles (
      id TEXT PRIMARY KEY, server TEXT, origin TEXT NOT NULL, url TEXT, title TEXT, by TEXT, added_at INTEGER NOT NULL,
      changed_at INTEGER NOT NULL, hash TEXT NOT NULL, paragraphs INTEGER NOT NULL, characters INTEGER NOT NULL,
      revision INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX articles_by_server ON articles (server);
    CREATE TABLE articles_revision (
      only_row INTEGER PRIMARY KEY CHECK (only_row = 1), revision INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE versions (
      article TEXT NOT NULL REFERENCES articles ON DELETE CASCADE, hash TEXT NOT NULL, content TEXT NOT NULL,
      PRIMARY KEY (article, hash)
    ) STRICT;
    CREATE TABLE citations (
      answer INTEGER NOT NULL REFERENCES answers ON DELETE CASCADE, article TEXT NOT NULL, hash TEXT NOT NULL,
      PRIMARY KEY (answer, article, hash)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX citations_by_version ON citations (article, hash);
    CREATE TABLE servers (server TEXT PRIMARY KEY, left_at INTEGER) STRICT, WITHOUT ROWID;
    CREATE INDEX answers_by_server ON answers (server);

    INSERT INTO articles VALUES (
      'le-phare', NULL, '{"kind":"folder","path":"le-phare.txt"}', NULL, 'Le grand phare', NULL, 10, 20, 'bb', 1, 17, 2
    );
    INSERT INTO articles_revision VALUES (1, 2);
    INSERT INTO versions VALUES ('le-phare', 'aa', '${content}'), ('le-phare', 'bb', '${laterContent}');
    INSERT INTO citations VALUES (1, 'le-phare', 'aa'), (2, 'le-phare', 'aa');
    INSERT INTO servers VALUES ('server', NULL), ('gone', 5000);
`

export const versions: readonly string[] = [first, second, third, fourth]
