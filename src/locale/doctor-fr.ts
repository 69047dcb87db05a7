/** French, as whoever runs the bot meets it in `npm run doctor`. */
import type { DoctorCatalogue } from './doctor-catalogue.ts'
import { fr } from './fr.ts'
import { listed } from './listed.ts'
import { typeset } from './typeset.ts'

const { number, quote } = fr
/** French counts zero and one alike. */
const count = (value: number, one: string, several: string) => `${number(value)} ${value < 2 ? one : several}`
const list = (items: readonly string[]) => listed(items, (more) => `et ${number(more)} de plus`)
const tokens = (input: number, output: number) =>
  `${count(input, 'token envoyé', 'tokens envoyés')}, ${count(output, 'reçu', 'reçus')}`

export const doctorFr: DoctorCatalogue = {
  looking: 'Examen…',
  node: (version) => `Node ${version}`,
  settings: 'Les réglages sont lisibles.',

  token: {
    missing: {
      text: typeset`DISCORD_TOKEN n’est pas réglé, il n’y a donc pas encore de bot. D’abord :`,
      details: [
        '1. Ouvrez https://discord.com/developers/applications, cliquez sur New Application et donnez-lui un nom.',
        '2. Dans Bot, cliquez sur Reset Token et copiez ce qui s’affiche.',
        '3. Dans le fichier .env, écrivez DISCORD_TOKEN= suivi du jeton. Ne le montrez à personne.',
        typeset`4. Relancez npm run doctor : il affiche le lien qui invite le bot.`,
      ],
    },
    works: (bot, application) =>
      typeset`Le jeton fonctionne : le bot est ${bot}, de l’application ${quote(application)}.`,
    otherThing:
      'Ce qui est réglé ne ressemble pas à un jeton de bot, fait de trois parties séparées par des points. Le secret du client, la clé publique et l’identifiant de l’application sont autre chose.',
  },

  trouble: {
    timeout: (seconds) => `Pas de réponse en ${count(seconds, 'seconde', 'secondes')}.`,
    network: (code) => (code === undefined ? 'La connexion a échoué.' : typeset`La connexion a échoué : ${code}.`),
    failing: (status) =>
      typeset`Discord a répondu par une erreur interne (${String(status)}). L’état du service : https://discordstatus.com`,
    limited: (seconds) =>
      `Discord n’accepte plus de requêtes pour l’instant. Réessayez dans ${count(seconds, 'seconde', 'secondes')}.`,
    refused: (status) => `Discord refuse (${status}).`,
    strange: 'Ce qui répond n’est pas Discord. Vérifiez DISCORD_API_BASE, et ce qui se trouve entre ici et Discord.',
  },

  connection: {
    works: (left, total) =>
      typeset`La connexion aux messages de Discord peut s’ouvrir ; démarrages restants aujourd’hui : ${number(left)} sur ${number(total)}.`,
    closed: (host) => ({
      text: typeset`La connexion aux messages de Discord ne peut pas s’ouvrir : ${host} ne répond pas.`,
      details: [typeset`C’est un WebSocket : un pare-feu ou un proxy sur le chemin doit le laisser passer.`],
    }),
    noStartLeft: (hours) => ({
      text: 'Discord n’accepte plus de démarrage de ce bot aujourd’hui.',
      details: [
        typeset`Il y en aura de nouveau dans ${count(hours, 'heure', 'heures')}. Cherchez ce qui le relance sans cesse : chaque démarrage compte.`,
      ],
    }),
  },

  application: {
    endpoint: {
      text: 'L’application a une Interactions Endpoint URL, si bien qu’aucune commande et aucun bouton ne parvient au bot.',
      details: ['Sur le portail des développeurs, sous General Information, videz ce champ et enregistrez.'],
    },
    codeGrant: {
      text: typeset`L’application exige un « OAuth2 Code Grant », si bien que personne ne peut l’ajouter à un serveur.`,
      details: [typeset`Sur le portail des développeurs, sous Bot, désactivez « Requires OAuth2 Code Grant ».`],
    },
    noServers: {
      text: 'L’application ne peut pas être ajoutée à des serveurs.',
      details: ['Sur le portail des développeurs, sous Installation, cochez Guild Install et enregistrez.'],
    },
    noUsers: {
      text: 'Personne ne peut installer le bot pour soi seul.',
      details: [
        typeset`Si vous le souhaitez : sur le portail des développeurs, sous Installation, cochez User Install et enregistrez.`,
      ],
    },
  },

  intent: {
    granted: typeset`L’intention « message content » est accordée : dans les fils, un message compte sans mention.`,
    grantedWhileSmall: typeset`L’intention « message content » est accordée, comme à tout bot que moins de 10 000 personnes peuvent voir : dans les fils, un message compte sans mention.`,
    missing: {
      text: typeset`DISCORD_MESSAGE_CONTENT vaut true, et l’intention « message content » n’est pas accordée : le bot ne peut pas démarrer.`,
      details: [
        typeset`Sur le portail des développeurs, sous Bot, activez Message Content Intent et enregistrez ; ou réglez DISCORD_MESSAGE_CONTENT=false.`,
      ],
    },
    unused: {
      text: typeset`L’intention « message content » est accordée et ne sert pas.`,
      details: [
        'Avec DISCORD_MESSAGE_CONTENT=true, un message dans un fil compte sans mention, et des salons peuvent devenir des salons de questions.',
      ],
    },
    notNeeded: typeset`L’intention « message content » n’est ni accordée ni demandée : mentions, réponses, messages privés et commandes s’en passent.`,
  },

  servers: {
    none: {
      text: 'Le bot n’est encore sur aucun serveur.',
      details: ['Ouvrez le lien ci-dessous, choisissez votre serveur et confirmez.'],
    },
    joined: (total, looked) =>
      looked < total
        ? typeset`Le bot est sur ${count(total, 'serveur', 'serveurs')} ; les ${number(looked)} premiers ont été examinés.`
        : `Le bot est sur ${count(total, 'serveur', 'serveurs')}.`,
    notIn: (server) => ({
      text: typeset`Le bot n’est pas sur le serveur que nomme DISCORD_GUILD_ID, ${server}.`,
      details: ['Ouvrez le lien ci-dessous et choisissez ce serveur, ou corrigez DISCORD_GUILD_ID.'],
    }),
    unreadable: (server) => `${quote(server)} n’a pas pu être examiné.`,
    good: (server, channels) =>
      typeset`${quote(server)} : le bot a toutes les permissions utiles dans ${channels === 1 ? 'le seul salon' : `les ${number(channels)} salons`} qu’il voit.`,
    noChannel: (server) =>
      typeset`${quote(server)} : le bot ne voit aucun salon textuel. Les commandes fonctionnent, les mentions non.`,
    silent: (server) =>
      typeset`${quote(server)} : le bot ne peut répondre aux messages dans aucun salon. Il lui manque :`,
    limited: (server, good, channels) =>
      typeset`${quote(server)} : le bot a toutes les permissions utiles dans ${count(good, 'salon', 'salons')} sur les ${number(channels)} qu’il voit. Ailleurs, il lui manque :`,
    lacks: ({ name, purpose }) => `${name} (${purpose})`,
    inChannel: (channel, permissions) => typeset`#${channel} : ${list(permissions)}`,
    more: (channels) => `et ${count(channels, 'autre salon', 'autres salons')}`,
    howToGive: typeset`Pour l’accorder : Paramètres du serveur → Rôles → le rôle du bot ; pour un seul salon : Modifier le salon → Permissions. Si c’est voulu, tout va bien.`,
    permissions: {
      ViewChannel: { name: 'Voir les salons', purpose: 'pour voir les messages qui le mentionnent' },
      SendMessages: { name: 'Envoyer des messages', purpose: 'pour répondre' },
      ReadMessageHistory: { name: 'Voir les anciens messages', purpose: 'pour répondre à la question elle-même' },
      CreatePublicThreads: {
        name: 'Créer des fils publics',
        purpose: typeset`pour le bouton « Continuer dans un fil »`,
      },
      SendMessagesInThreads: { name: 'Envoyer des messages dans les fils', purpose: 'pour y répondre' },
    },
  },

  commands: {
    good: (commands, server) =>
      server === undefined
        ? `Les ${number(commands)} commandes sont enregistrées partout.`
        : `Les ${number(commands)} commandes sont enregistrées sur le seul serveur ${server}.`,
    none: { text: 'Les commandes ne sont pas encore enregistrées.', details: ['npm start s’en charge.'] },
    other: {
      text: 'D’autres commandes sont enregistrées que celles de cette version.',
      details: ['npm start y remédie.'],
    },
    refused: {
      text: typeset`Les commandes de ce serveur sont illisibles : le bot y a été ajouté sans ses commandes.`,
      details: ['Ouvrez de nouveau le lien ci-dessous et choisissez le même serveur. Rien ne sera perdu.'],
    },
    twice: (servers) => ({
      text: typeset`Les commandes sont enregistrées à la fois partout et pour un serveur à part, si bien que chacun les y voit deux fois : ${list(servers)}.`,
      details: [
        typeset`Redémarrez le bot : il retire ce qu’il avait enregistré ailleurs.`,
        typeset`Si elles restent, parce que son dossier de données était un autre : laissez DISCORD_GUILD_ID vide, retirez le bot de ce serveur et invitez-le de nouveau.`,
      ],
    }),
  },

  model: {
    none: {
      text: typeset`Aucun modèle n’est réglé : les réponses seront des citations des articles.`,
      details: [
        'C’est très bien pour commencer. Pour des réponses rédigées, réglez OPENAI_API_KEY, ou OPENAI_BASE_URL pour un modèle à vous.',
      ],
    },
    writer: {
      works: (model, input, output) =>
        `Le modèle ${quote(model)} répond avec des citations qui ont pu être vérifiées (${tokens(input, output)}).`,
      unable: (model, input, output) => ({
        text: typeset`Le modèle ${quote(model)} est joignable, mais ne répond pas dans la forme demandée : du JSON avec des citations, mot pour mot (${tokens(input, output)}).`,
        details: [
          'Choisissez un autre modèle dans OPENAI_MODEL. Avec celui-ci, la plupart des réponses seraient de simples citations.',
        ],
      }),
      meanwhile: 'D’ici là, les réponses sont des citations des articles.',
    },
    judge: {
      works: (model, input, output) =>
        `Le juge ${quote(model)} relit les affirmations à côté de leurs citations (${tokens(input, output)}).`,
      unable: (model, input, output) => ({
        text: typeset`Le juge ${quote(model)} est joignable, mais ne juge pas dans la forme demandée, ou conteste ce qu’une citation dit clairement (${tokens(input, output)}).`,
        details: ['Choisissez un autre modèle dans OPENAI_JUDGE_MODEL, ou aucun.'],
      }),
      failed: (why) => `Le juge n’a pas pu être interrogé (OPENAI_JUDGE_MODEL). ${why}`,
      meanwhile: 'D’ici là, personne ne relit les affirmations. Leurs citations sont vérifiées quand même.',
    },
    priced: (model, input, output, seen) =>
      typeset`Un million de tokens de ${quote(model)} est compté ${input} en entrée et ${output} en sortie, d’après une liste du ${seen}.`,
    unpriced: (model, capped) => ({
      text: typeset`Le prix de ${quote(model)} n’est pas connu : seuls ses tokens sont comptés.`,
      details: capped
        ? [
            typeset`Les plafonds en dollars restent sans effet. Réglez ceux en tokens : LIMIT_TOTAL_DAILY_TOKENS et les autres.`,
          ]
        : [],
    }),
  },

  knowledge: {
    good: (articles, paragraphs, folder) =>
      `${count(articles, 'article', 'articles')} et ${count(paragraphs, 'paragraphe', 'paragraphes')} lisibles dans ${folder}`,
    problems: (files) => typeset`Tout n’a pas pu y être lu (${number(files)}) :`,
  },

  data: (folder) => `Réponses, réglages et avis peuvent être conservés dans ${folder}`,

  links: {
    invite: typeset`Pour ajouter le bot à un serveur, avec les permissions utiles et aucune autre :`,
    user: typeset`Pour installer ses commandes pour soi seul, partout sur Discord :`,
  },

  end: {
    good: 'Tout va bien. npm start lance le bot.',
    bad: (things) => typeset`${count(things, 'chose', 'choses')} à régler : voir ✖ plus haut.`,
  },
}
