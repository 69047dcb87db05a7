import { describe, expect, test } from 'vitest'
import * as tables from '../../src/knowledge/furniture.ts'
import { plain } from '../../src/knowledge/prose.ts'
import { isSection, recognise } from '../../src/knowledge/recognise.ts'

const lines = (list: string): readonly string[] =>
  list
    .trim()
    .split('\n')
    .map((line) => line.trim())

const kind = (line: string, edge = true): string => recognise(line, edge)?.kind ?? 'text'

describe('furniture, wherever it stands', () => {
  test.each(
    lines(`
    Partager
    PARTAGER
    ► Partager
    Share this article
    Publicité
    Advertisement
    Anzeige
    Publicidad
    Facebook Twitter WhatsApp E-mail
    Share | Print | Save
    Accueil > Monde > Europe
    Home / News / World
    Votre adresse e-mail ne sera pas publiée.
    Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *
    Your email address will not be published. Required fields are marked *
    12 commentaires
    1 234 partages
    3.4K views
    Comments (7)
    Commentaires 12
    #Syrie #Moscou
    @jdupont
    Lire aussi : Faut-il craindre la pluie ?
    À lire aussi | « Non », dit-il
    Read also: The long way home
    Lire aussi notre reportage à Namur
    Lesen Sie auch: Warum der Zug hält
    Lea también: El molino
    Lees ook: De pont
    Leggi anche Il ponte di Valferro
    Leia também: O comboio
    LIRE AUSSI
    See also
    Contenu partenaire
    Vous avez repéré une erreur ou disposez de plus d’infos ? Signalez-le ici
    Fehler gefunden? Jetzt melden.
    Spotted a mistake? Let us know
    Report an error
    ¿Has encontrado un error? Avísanos
    Foutje gezien? Mail ons
    Partager sur Facebook
    Share on Facebook
    Auf Facebook teilen
    Compartir en Twitter
    Condividi su WhatsApp
    Suivez-nous sur Instagram
    Follow us on X
    Suivez-nous sur Facebook et ne manquez rien de nos enquêtes.
    Nous utilisons des cookies pour améliorer votre expérience. En savoir plus.
    We use cookies to improve this site.
    Abonnez-vous à notre newsletter pour ne rien manquer de l’actualité.
    Mots-clés : Syrie, Russie
    Tags: War, Peace
    Sign up for our newsletter and get the best of the week in your inbox.
    Already a subscriber? Log in
    © 2024 Le Courrier. Tous droits réservés.
    All rights reserved
    Alle Rechte vorbehalten.
    Déjà abonné ? Connectez-vous
    Sur le même sujet
    Related: The bell
    Most read
    Mehr zum Thema
    Page 3 sur 10
    3/10
    jd/abc/ml
    A.F.
    1 min
    Chargement...
    Loading…
    À voir également sur Le Quotidien :
    Cet article est réservé aux abonnés.
    This video can not be played
    [modifier | modifier le code]
  `),
  )('%s', (line) => {
    expect(kind(line, false)).toBe('furniture')
  })
})

describe('furniture only above or below the text', () => {
  test.each(
    lines(`
    Abonnez-vous pour lire la suite.
    Inscrivez-vous gratuitement à la newsletter de la semaine.
    Facebook
    Get the week’s best stories in your inbox.
  `),
  )('%s', (line) => {
    expect(kind(line, true)).toBe('furniture')
    expect(kind(line, false)).toBe('text')
  })
})

describe('text that looks like furniture', () => {
  test.each(
    lines(`
    Partager sur les réseaux est devenu un réflexe, dit la sociologue, qui a suivi deux cents familles.
    Partager le pouvoir
    Partagez-vous cet avis ?
    Lire aussi tard fatigue les yeux, rappelle le médecin.
    « Nous utilisons des cookies pour vous connaître », répond le directeur.
    Share of renewables rises again
    Read also the small print, she told the students who had come to listen to her.
    Commentaire ?
    Comment ?
    Inscrivez-vous sur les listes électorales avant vendredi, rappelle la mairie.
    Follow the money
    Suivez le fleuve jusqu’au pont, puis prenez à gauche.
    Il vous reste trois jours pour voir l’exposition.
    Join the army on Monday and you will be home by Christmas, they were told.
    Il avait 82 ans.
    Topics in physics
    Thèmes et variations
    By clicking on the link, the victims let the thieves in.
    Get cookies out of the oven in time
    12 morts
    3 heures plus tard
    Page de garde
    Recommended reading for a long winter
    Une erreur dans le calcul a coûté cher au ministère.
    Signaler un danger
    Relire Camus
    Dossier : la guerre du sel
    Photo : le mot vient du grec et veut dire lumière.
    Crédit : les taux remontent en juin
    Image d’un pays en crise
    Par ailleurs, trois éditeurs ont accepté
    By Friday, the army had taken the town
    Von der Leyen warnt vor Zöllen
    Attentats du 13 novembre 2015
    Source of the Nile found at last
    Sources Say Bridge Will Close
    Der Stand der Dinge
    Le symbole © désigne le droit d’auteur dans presque tous les pays.
    Elle est née le 3 mai 1950.
    Di Maria signe à Benfica
    On le reconnaît sur la photo : Jean Dupont
    Il a dit non. Photo : un homme seul
    OK.
    Themen Umwelt und Klima prägen die Wahl
    peut-être
    Thèmes Et Variations
    Contact ?
    Un film de Luc Petit (France/Belgique)
  `),
  )('%s', (line) => {
    expect(kind(line, false)).toBe('text')
    expect(kind(line, true)).toBe('text')
  })
})

describe('credits', () => {
  test.each(
    lines(`
    © BELGAIMAGE
    ©\u00a0 Belga
    © 2015 Reuters
    Photo : Jean Dupont
    Photo: Jane Doe/Getty Images
    PHOTO AFP
    Crédit photo : Ville de Paris
    Photo by Jane Doe on Unsplash
    Foto: dpa/Bernd Kolb
    Bild: Keystone
    Copyright Reuters
    (Photo by Jane Doe / AFP)
    Jean Dupont / AFP
    Image source, Reuters
    (AFP)
    Reuters/Belga
    avec AFP
    Le ministre à son arrivée, lundi. © Marc Vidal / AFP
    Foto: picture alliance/dpa
    Le ministre à Moscou. Photo : Jean Dupont
    La rue Haute, lundi matin (Photo: Jane Doe/Reuters)
    La speakerine dans sa cabine, à Lyon. (Keystone-France/Gamma-Rapho)
    Photo News - DOMINIQUE DUCHESNES.
  `),
  )('%s', (line) => {
    expect(kind(line)).toBe('credit')
  })
})

describe('departments', () => {
  test.each(
    lines(`
    Monde
    POLITIQUE
    World news
    Accueil
    Wirtschaft
    Économie
  `),
  )('%s', (line) => {
    expect(isSection(line)).toBe(true)
  })
  test.each(
    lines(`
    Le Monde
    Syrie
    Sky News
    Contexte
    Sport et politique
  `),
  )('not %s', (line) => {
    expect(isSection(line)).toBe(false)
  })
})

test('an address is told from a line that holds one', () => {
  expect(recognise('https://example.org/a?b=c', true)).toEqual({ kind: 'address', url: 'https://example.org/a?b=c' })
  expect(kind('Voir https://example.org/a')).toBe('text')
  expect(kind('https://')).toBe('text')
})

test('a long line is text whatever it says', () => {
  expect(kind(`Nous utilisons des cookies ${'et encore des cookies '.repeat(20)}.`)).toBe('text')
})

describe('the tables', () => {
  test.each(Object.entries(tables))('%s: every phrase is as lines are when they are compared', (_, table) => {
    const phrases = [...table.values()].flat()
    expect(phrases.length).toBeGreaterThan(2)
    for (const phrase of phrases) expect(plain(phrase)).toBe(phrase)
    expect(new Set(phrases).size).toBe(phrases.length)
  })
})
