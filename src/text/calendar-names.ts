/**
 * Month and weekday names as Intl gives them (CLDR), folded, January and Sunday first. Written down because making
 * Intl's formatters costs a start 35 ms; a test holds the table to what Intl says.
 */

export type CalendarPart = 'month' | 'weekday'
export const calendarLanguages = ['fr', 'en', 'de', 'es', 'it', 'pt', 'nl'] as const

export const calendarNames: {
  readonly [P in CalendarPart]: {
    readonly [L in (typeof calendarLanguages)[number]]: { readonly long: string; readonly short: string }
  }
} = {
  month: {
    fr: {
      long: 'janvier,fevrier,mars,avril,mai,juin,juillet,aout,septembre,octobre,novembre,decembre',
      short: 'janv,fevr,mars,avr,mai,juin,juil,aout,sept,oct,nov,dec',
    },
    en: {
      long: 'january,february,march,april,may,june,july,august,september,october,november,december',
      short: 'jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec',
    },
    de: {
      long: 'januar,februar,marz,april,mai,juni,juli,august,september,oktober,november,dezember',
      short: 'jan,feb,mar,apr,mai,jun,jul,aug,sep,okt,nov,dez',
    },
    es: {
      long: 'enero,febrero,marzo,abril,mayo,junio,julio,agosto,septiembre,octubre,noviembre,diciembre',
      short: 'ene,feb,mar,abr,may,jun,jul,ago,sept,oct,nov,dic',
    },
    it: {
      long: 'gennaio,febbraio,marzo,aprile,maggio,giugno,luglio,agosto,settembre,ottobre,novembre,dicembre',
      short: 'gen,feb,mar,apr,mag,giu,lug,ago,set,ott,nov,dic',
    },
    pt: {
      long: 'janeiro,fevereiro,marco,abril,maio,junho,julho,agosto,setembro,outubro,novembro,dezembro',
      short: 'jan,fev,mar,abr,mai,jun,jul,ago,set,out,nov,dez',
    },
    nl: {
      long: 'januari,februari,maart,april,mei,juni,juli,augustus,september,oktober,november,december',
      short: 'jan,feb,mrt,apr,mei,jun,jul,aug,sep,okt,nov,dec',
    },
  },
  weekday: {
    fr: { long: 'dimanche,lundi,mardi,mercredi,jeudi,vendredi,samedi', short: 'dim,lun,mar,mer,jeu,ven,sam' },
    en: { long: 'sunday,monday,tuesday,wednesday,thursday,friday,saturday', short: 'sun,mon,tue,wed,thu,fri,sat' },
    de: { long: 'sonntag,montag,dienstag,mittwoch,donnerstag,freitag,samstag', short: 'so,mo,di,mi,do,fr,sa' },
    es: { long: 'domingo,lunes,martes,miercoles,jueves,viernes,sabado', short: 'dom,lun,mar,mie,jue,vie,sab' },
    it: { long: 'domenica,lunedi,martedi,mercoledi,giovedi,venerdi,sabato', short: 'dom,lun,mar,mer,gio,ven,sab' },
    pt: {
      long: 'domingo,segunda-feira,terca-feira,quarta-feira,quinta-feira,sexta-feira,sabado',
      short: 'dom,seg,ter,qua,qui,sex,sab',
    },
    nl: { long: 'zondag,maandag,dinsdag,woensdag,donderdag,vrijdag,zaterdag', short: 'zo,ma,di,wo,do,vr,za' },
  },
}
