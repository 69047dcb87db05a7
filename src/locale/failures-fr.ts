/** What went wrong, in French: what it is and what to do. */
import type { Catalogue } from './catalogue.ts'
import { typeset } from './typeset.ts'
import { count, list, number, quote } from './written-fr.ts'

export const failures: Catalogue['failures'] = {
  wrong_node: ({ found, needed }) =>
    typeset`Il faut Node ${needed} ; c’est ${found} qui tourne. Lancez « npm ci », puis « npm start » : ils amènent le bon.`,
  wrong_usage: ({ detail, given }) => {
    switch (detail) {
      case 'missing_question':
        return typeset`Quelle est la question ? Écrivez-la entre guillemets droits.`
      case 'missing_value':
        return typeset`Il manque quelque chose après ${quote(given)}.`
      case 'unknown_command':
        return given === '' ? typeset`Quelle commande ?` : typeset`La commande ${quote(given)} n’existe pas.`
      case 'unknown_option':
        return typeset`L’option ${quote(given)} n’existe pas ici.`
      case 'bad_value':
        return typeset`${quote(given)} ne convient pas ici.`
    }
  },
  bad_config: ({ variable, expected }) =>
    typeset`${variable} est mal réglée. Valeur attendue : ${expected}. Voyez .env.example.`,
  missing_folder: ({ folder }) =>
    typeset`Le dossier ${quote(folder)} ne peut pas être lu. Créez-le et mettez-y des articles, ou indiquez-en un autre avec --knowledge.`,
  empty_file: ({ file }) => typeset`${file} est vide. Collez-y l’article, ou supprimez-le.`,
  binary_file: ({ file }) =>
    typeset`${file} n’est pas un texte. Enregistrez l’article en texte brut (.txt) ou en Markdown (.md).`,
  unreadable_file: ({ file }) =>
    typeset`${file} ne peut pas être lu. Vérifiez qu’il est toujours là et que vous avez le droit de le lire.`,
  unknown_encoding: ({ file }) => typeset`${file} est dans un encodage inconnu. Enregistrez-le en UTF-8.`,
  unsupported_file: ({ file, supported }) =>
    typeset`${file} est d’un type qui n’est pas lu. Enregistrez-le dans l’un de ces types : ${list(supported)}.`,
  too_many_files: ({ folder, limit }) =>
    typeset`Le dossier ${quote(folder)} contient plus de ${count(limit, 'fichier', 'fichiers')}. Gardez-en moins, ou indiquez un autre dossier.`,
  file_too_large: ({ file, megabytes, limit }) =>
    typeset`${file} est trop gros : ${number(megabytes)} Mo, et la limite est de ${number(limit)} Mo. Ne gardez que le texte de l’article.`,
  bad_line: ({ file, line, fields }) =>
    typeset`${file}, ligne ${number(line)} : ce n’est pas un objet JSON de la forme attendue${fields.length > 0 ? ` (voyez ${fields.join(', ')})` : ''}.`,
  bad_front_matter: ({ file, line }) =>
    typeset`${file}, ligne ${number(line)} : cette ligne de l’en-tête est illisible. Écrivez-la comme dans « title: Mon titre ».`,
  no_paragraphs: ({ file }) =>
    typeset`${file} ne contient aucun paragraphe. Vérifiez que le texte de l’article a été collé en entier.`,
  too_many_paragraphs: ({ file, limit }) =>
    typeset`${file} a plus de ${count(limit, 'paragraphe', 'paragraphes')}. Divisez-le en plusieurs fichiers.`,
  duplicate_article: ({ file, id, other }) =>
    typeset`${file} et ${other} ont le même identifiant, ${quote(id)}. Renommez l’un des deux, ou supprimez-le.`,
  bad_url: ({ url, reason }) => {
    switch (reason) {
      case 'malformed':
        return typeset`${quote(url)} n’est pas l’adresse d’une page. Copiez l’adresse entière, à partir de https://.`
      case 'scheme':
        return typeset`${quote(url)} ne peut pas être téléchargée : seules le peuvent les adresses qui commencent par http:// ou https://.`
      case 'credentials':
        return typeset`L’adresse donnée pour ${quote(url)} contient un nom d’utilisateur ou un mot de passe. Retirez-le, ou joignez la page en fichier.`
    }
  },
  private_address: ({ url }) =>
    typeset`${quote(url)} n’est pas sur l’internet public : la page n’est pas téléchargée. Joignez-la en fichier, ou faites ajouter son hôte à PILCROW_ALLOW_HOSTS par la personne qui gère Pilcrow.`,
  page_unavailable: ({ url, reason }) => {
    switch (reason) {
      case 'network':
        return typeset`${quote(url)} est injoignable. Vérifiez l’adresse, ou réessayez dans un moment.`
      case 'timeout':
        return typeset`${quote(url)} n’a pas répondu à temps. Réessayez dans un moment, ou joignez la page en fichier.`
      case 'missing':
        return typeset`Il n’y a pas de page à l’adresse ${quote(url)}. Vérifiez-la.`
      case 'refused':
        return typeset`${quote(url)} n’est pas ouverte à tous. Ouvrez la page vous-même, puis joignez-la en fichier ou collez son texte.`
      case 'server':
        return typeset`Le serveur de ${quote(url)} n’a pas donné la page. Réessayez dans un moment, ou joignez la page en fichier.`
      case 'redirects':
        return typeset`${quote(url)} renvoie de page en page sans fin. Ouvrez-la vous-même, et copiez l’adresse où elle aboutit.`
      case 'response':
        return typeset`Le serveur de ${quote(url)} a envoyé quelque chose d’illisible. Joignez la page en fichier.`
    }
  },
  page_too_large: ({ url, limit }) =>
    typeset`${quote(url)} dépasse ${number(limit)} Mo. Collez plutôt le texte de l’article.`,
  unsupported_page: ({ url, mediaType, supported }) =>
    typeset`${quote(url)} est d’un type qui n’est pas lu${mediaType === '' ? '' : ` (${mediaType})`}. Types lus : ${list(supported)}.`,
  no_article: ({ file }) =>
    typeset`${file} ne contient pas d’article. Donnez la page d’un seul article, non une liste, ou collez son texte.`,
  paywall: ({ file }) =>
    typeset`${file} ne contient que le début d’un article, le reste est réservé aux abonnés. Si vous avez le droit de le lire, collez son texte.`,
  too_complex: ({ file }) =>
    typeset`${file} est construit d’une façon trop longue à lire. Collez plutôt le texte de l’article.`,
  scanned_file: ({ file }) =>
    typeset`${file} contient des images de pages, sans leur texte. Passez-le d’abord à la reconnaissance de texte (OCR), ou collez son texte.`,
  locked_file: ({ file }) => typeset`${file} est protégé par un mot de passe. Enregistrez-le sans mot de passe.`,
  damaged_file: ({ file }) => typeset`${file} est endommagé ou incomplet. Enregistrez-le ou téléchargez-le à nouveau.`,
  too_many_pages: ({ file, limit }) =>
    typeset`${file} a plus de ${count(limit, 'page', 'pages')}. Divisez-le en plusieurs fichiers.`,
  no_articles: () =>
    'Aucun article n’est encore connu. Mettez un article (.txt, .md, .html, .pdf ou .docx) dans le dossier des articles, puis relancez.',
  unknown_article: ({ id, known }) =>
    known.length === 0
      ? typeset`Aucun article ne s’appelle ${quote(id)} : aucun n’est encore connu. Mettez un article (.txt, .md, .html, .pdf ou .docx) dans le dossier des articles.`
      : typeset`Aucun article ne s’appelle ${quote(id)}. Articles connus : ${list(known)}.`,
  unknown_paragraph: ({ article, number: asked, count: known }) =>
    typeset`Il n’y a pas de ¶${String(asked)} dans ${quote(article)}, qui a ${count(known, 'paragraphe', 'paragraphes')}.`,
  several_articles: ({ known }) => typeset`Quel article ? Nommez l’un de ceux-ci : ${list(known)}.`,
  question_too_long: ({ length, limit }) =>
    typeset`Cette question est trop longue : ${number(length)} caractères, et la limite est de ${number(limit)}. Raccourcissez-la.`,
  bad_prompt: ({ file, variable, problem }) =>
    problem === 'unknown'
      ? typeset`${file} nomme une variable inconnue, ${quote(variable)}. Retirez-la.`
      : typeset`Il manque à ${file} la variable ${quote(variable)}. Remettez-la.`,
  several_models: ({ known }) => typeset`Quel modèle ? Donnez à OPENAI_MODEL l’une de ces valeurs : ${list(known)}.`,
  no_models: ({ url }) => typeset`Le serveur ${url} n’annonce aucun modèle. Chargez-en un, ou réglez OPENAI_MODEL.`,
  model_unauthorized: () => 'Le serveur du modèle a refusé la clé. Vérifiez OPENAI_API_KEY.',
  model_unavailable: (facts) => {
    switch (facts.reason) {
      case 'timeout':
        return 'Le modèle n’a pas répondu à temps. Réessayez, ou augmentez OPENAI_TIMEOUT_SECONDS.'
      case 'rate_limit':
        return 'Le serveur du modèle n’en accepte pas plus pour l’instant. Patientez un peu, puis réessayez.'
      case 'server':
        return 'Le serveur du modèle a échoué. Réessayez dans un moment.'
      case 'network':
        return 'Le serveur du modèle est injoignable. Vérifiez la connexion et OPENAI_BASE_URL.'
      case 'response':
        return 'Le serveur du modèle a envoyé quelque chose d’illisible. Vérifiez OPENAI_BASE_URL et OPENAI_MODEL.'
      case 'crowded':
        return 'Trop de questions attendent déjà le modèle. Réessayez dans un moment.'
      case 'budget':
        return facts.period === 'day'
          ? typeset`Le budget du jour ne suffit plus pour le modèle. Il y en aura un nouveau à minuit, temps universel (UTC).`
          : typeset`Le budget du mois ne suffit plus pour le modèle. Il y en aura un nouveau le 1er du mois prochain, temps universel (UTC).`
    }
  },
  discord_unauthorized: () =>
    'Discord a refusé le jeton. Sur le portail des développeurs, sous Bot, réinitialisez-le et copiez-le dans DISCORD_TOKEN.',
  discord_intents: () =>
    typeset`Discord n’accorde pas l’intention « message content ». Sur le portail des développeurs, sous Bot, activez-la, ou réglez DISCORD_MESSAGE_CONTENT=false.`,
  discord_unavailable: () => 'Discord est injoignable. Vérifiez la connexion et DISCORD_API_BASE, puis relancez.',
  newer_database: ({ file, found, known }) =>
    typeset`${file} vient d’une version plus récente de Pilcrow (étape ${number(found)} ; celle-ci en connaît ${number(known)}). Mettez Pilcrow à jour, ou indiquez un autre dossier dans DATA_DIR.`,
  unusable_database: ({ file, reason }) => {
    switch (reason) {
      case 'damaged':
        return typeset`${file} est endommagé, ou n’est pas une base de données. Remplacez-le par une sauvegarde, ou déplacez-le pour repartir de zéro.`
      case 'foreign':
        return typeset`${file} est la base de données d’un autre programme. Indiquez un autre dossier dans DATA_DIR.`
      case 'denied':
        return typeset`${file} ne peut pas être ouvert en écriture. Vérifiez que vous avez le droit d’y écrire, ou indiquez un autre dossier dans DATA_DIR.`
      case 'full':
        return typeset`${file} ne peut pas être ouvert : le disque est plein. Faites de la place, puis relancez.`
      case 'busy':
        return typeset`${file} est verrouillé par un autre programme. Arrêtez celui-ci, puis relancez.`
      case 'failed':
        return typeset`${file} ne peut pas être lu : le disque signale une erreur. Vérifiez le disque.`
    }
  },
  storage_failed: ({ reason }) => {
    switch (reason) {
      case 'damaged':
        return 'Les données enregistrées sont endommagées. La personne qui gère Pilcrow doit les remplacer par une sauvegarde.'
      case 'denied':
        return 'Les données enregistrées ne s’ouvrent plus. La personne qui gère Pilcrow doit vérifier le dossier de données.'
      case 'full':
        return typeset`Plus rien ne peut être enregistré : le disque est plein. La personne qui gère Pilcrow doit faire de la place.`
      case 'busy':
        return 'Les données enregistrées sont verrouillées par un autre programme. Réessayez dans un moment.'
      case 'failed':
        return typeset`Les données enregistrées sont inaccessibles : le disque signale une erreur. La personne qui gère Pilcrow doit le vérifier.`
    }
  },
  damaged_record: ({ id }) => typeset`Ce qui est enregistré sous ${quote(id)} ne peut plus être lu.`,
  library_full: ({ of, limit }) => {
    switch (of) {
      case 'articles':
        return typeset`Plus de place : ${count(limit, 'article', 'articles')} au plus. Retirez-en un d’abord.`
      case 'paragraphs':
        return typeset`Plus de place : ${count(limit, 'paragraphe', 'paragraphes')} en tout au plus. Retirez d’abord un article.`
      case 'characters':
        return typeset`Plus de place : ${count(limit, 'caractère', 'caractères')} en tout au plus. Retirez d’abord un article.`
    }
  },
  shared_article: ({ title }) =>
    typeset`${quote(title)} est commun à tous les serveurs. Seule la personne qui gère Pilcrow peut le modifier ou le retirer.`,
  folder_article: ({ title, path }) =>
    typeset`${quote(title)} est le fichier ${path} du dossier des articles. Modifiez ou retirez ce fichier : Pilcrow suivra.`,
  not_refreshable: ({ title }) =>
    typeset`${quote(title)} ne vient ni d’une adresse ni d’un fichier qui puisse être relu. Retirez-le, puis ajoutez-le à nouveau.`,
  file_exists: ({ file }) => typeset`${file} existe déjà. Nommez un autre fichier, ou retirez celui-là.`,
  unwritable_file: ({ file }) =>
    typeset`Impossible d’écrire ${file}. Vérifiez que le dossier existe, que vous avez le droit d’y écrire et qu’il reste de la place.`,
  missing_database: ({ file }) => typeset`Il n’y a pas encore de ${file} : rien n’a été gardé. Vérifiez DATA_DIR.`,
  bad_export: ({ file, line }) =>
    typeset`${file}, ligne ${number(line)} : ce n’est pas une ligne d’export. Rien n’a été importé. Vérifiez le fichier.`,
  aborted: () => 'Interrompu.',
}
