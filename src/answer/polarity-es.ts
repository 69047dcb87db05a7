/** What turns or holds back a sentence in Spanish, see `polarity-words.ts`. Folded. Data. */
export const negations = 'no nunca jamas nada nadie ningun ninguno ninguna sin ni tampoco'

/** One a line. */
export const hedges = `
  al menos
  por lo menos
  alrededor
  unos
  cerca de
  mas de
  menos de
  hasta
  casi
  quiza
  quizas
  tal vez
  probablemente
  presunto
  presunta
  presuntamente
  supuesto
  supuestamente
  podria
  podrian
  puede
  parece
  aproximadamente
  aparentemente
  posiblemente
  supuesta
  presuntos
  a lo sumo
  como maximo
  como minimo
  acaso
  parecen
  pueden
  en torno a
  practicamente
  unas
  mas o menos
  en parte
  parcialmente
  generalmente
  a veces
  a menudo
  segun parece
  probable
  posible
  al parecer
  por lo visto
`

/** Words to the left say the contrary of those to the right. */
export const opposites = `
  heridas heridos | murieron muertas muertos
  norte | sur
  admitio reconocio | nego desmintio
  crecieron crecio aumentaron | cayeron cayo bajaron
  adelanto | retraso
  construyeron edificaron | volaron destruyeron demolieron
  conserva mantiene | pierde perdio
  antes | despues tarde
  media promedio | maxima maximo minima minimo
  subieron | cayeron descendieron
  cierra cierran | abre abren
  empiezan empieza comienza comienzan inicia | terminan termina acaba finaliza
  opcional voluntario optativo | obligatorio obligatoria
  duplicara duplica duplico | mitad
  aprobada aprobado aprobo aprobaron | rechazada rechazado rechazo rechazaron
  incluido incluida | salvo excepto
  leve leves levemente | grave graves gravemente
  alabo elogio | critico criticaron
  total totalmente | parcial parcialmente
  duplico duplicaron triplico triplicaron | subio subieron bajo bajaron crecio cayo aumento disminuyo
  primavera | otono invierno
  verano | invierno otono
  primero primera primer | segundo segunda tercero tercera tercer
  segundo segunda | tercero tercera tercer
  doble | triple
  absolver absolvio absuelto absuelta absolvieron | condenar condeno condenado condenada condenaron
  mas | menos
  antes | despues
  primero primera primer | ultimo ultima
  alto alta | bajo baja
  grande | pequeno pequena
  aumento aumentar aumenta sube | disminuyo disminuir disminuye baja reduccion
  ganar gano victoria | perder perdio derrota
  abrir abierto abrio | cerrar cerrado cerro
  aceptar acepto | rechazar rechazo
  con | sin
  norte | sur
  este | oeste
  guerra | paz
  siempre | nunca
  nuevo nueva | viejo antiguo antigua
  primeros primeras | ultimos ultimas
  altos altas elevado elevada | bajos bajas
  grandes gran | pequenos pequenas pequena
  mayor mayores | menor menores
  mejor mejores bueno buena | peor peores malo mala
  aumento aumentos crecimiento subida | disminucion reduccion descenso caida
  subio subieron sube crecio aumentaron | bajo bajaron baja descendio cayo disminuyeron
  ganador vencedor | perdedor
  empezar empezo comenzo comienzo principio inicio | terminar termino acabo fin final
  interior interno interna | exterior externo externa
  dentro | fuera
  arriba encima | abajo debajo
  superior superiores | inferior inferiores
  maximo maxima | minimo minima menos
  mayoria | minoria
  positivo positiva | negativo negativa
  fuerte fuertes | debil debiles
  facil faciles | dificil dificiles
  rapido rapida rapidamente | lento lenta lentamente
  posible | imposible
  legal legales | ilegal ilegales
  publico publica publicos publicas | privado privada privados privadas
  vida vivo | muerte muerto
  nacimiento nacio | muerte murio
  dia | noche
  padre | hijo madre
  madre | hija
  favor | contra
  amplio ampliaron ampliado | redujo redujeron reducido
  hombre hombres | mujer mujeres
  nino ninos | nina ninas adulto adultos
  hermano | hermana
  marido esposo | mujer esposa
  rey | reina
  exito | fracaso
  rico rica ricos | pobre pobres
  caliente calido | frio fria
  largo larga | corto corta
  ancho ancha | estrecho estrecha
  nuevos nuevas moderno moderna modernos | viejos antiguos antiguas
  joven jovenes | viejo anciano ancianos
  izquierda | derecha
  verdadero verdad | falso mentira
  amigo aliado aliados | enemigo enemigos
  abierta abiertos | cerrada cerrados
  comprar compro compra | vender vendio venta
  entrada entrar entro | salida salir salio
  permitir permitio permite | prohibir prohibio prohibe
  apoyar apoyo apoya | oponerse rechazo
  construir construyo | destruir destruyo
  crear creo | destruir
  incluir incluye | excluir excluye
  presencia presente | ausencia ausente
  importacion | exportacion
  mismo misma | distinto diferente
  simple sencillo | complejo complicado
  comun comunes frecuente | raro raros
  urbano | rural
  directo directa | indirecto indirecta
  lleno | vacio
  cerca cercano | lejos lejano
  natural naturales | artificial artificiales
  temprano | tarde
  occidental occidentales | oriental orientales
  septentrional norteno | meridional sureno
  conocido conocida | desconocido desconocida
  capaz | incapaz
  igual | desigual diferente
  civil | militar
  libre libertad | esclavo esclavitud
  mejorar mejoro mejora | empeorar empeoro
  todos todas todo | ninguno ninguna nada nadie
  muchos muchas mucho | pocos pocas poco
  causa | consecuencia efecto
  alumno alumnos estudiante estudiantes | profesor profesores maestro
  inocente | culpable
  seguro | peligroso
  independiente | dependiente
`
