<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>Pages</name>
        <message>
            <source>Board</source>
            <translation>Tablero</translation>
        </message>
        <message>
            <source>Intervals</source>
            <translation>Intervalos</translation>
        </message>
        <message>
            <source>KPIs</source>
            <translation>Indicadores</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>Líneas</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>Plan</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Fuentes</translation>
        </message>
    </context>
    <context>
        <name>board</name>
        <message>
            <source> and </source>
            <translation> y </translation>
        </message>
        <message>
            <source>/h</source>
            <translation>/h</translation>
        </message>
        <message>
            <source>1 day</source>
            <translation>1 día</translation>
        </message>
        <message>
            <source>1 earlier interval</source>
            <translation>1 intervalo anterior</translation>
        </message>
        <message>
            <source>1 h</source>
            <translation>1 h</translation>
        </message>
        <message>
            <source>1 week</source>
            <translation>1 semana</translation>
        </message>
        <message>
            <source>15 min</source>
            <translation>15 min</translation>
        </message>
        <message>
            <source>5 min</source>
            <translation>5 min</translation>
        </message>
        <message>
            <source>A name has at most {n} letters; this one has {m}.</source>
            <translation>Un nombre tiene como máximo {n} letras; este tiene {m}.</translation>
        </message>
        <message>
            <source>A range has a lowest and a highest value.</source>
            <translation>Un intervalo tiene un valor mínimo y uno máximo.</translation>
        </message>
        <message>
            <source>A rate is more than nothing; erase it for the standard rate.</source>
            <translation>Un ritmo es mayor que cero; bórrelo para usar el estándar.</translation>
        </message>
        <message>
            <source>A run ends after it starts: choose a later end or an earlier start.</source>
            <translation>Una tanda termina después de empezar: elija un final posterior o un inicio anterior.</translation>
        </message>
        <message>
            <source>A shift ends after it starts: choose a later end or an earlier start.</source>
            <translation>Un turno termina después de empezar: elija un final posterior o un inicio anterior.</translation>
        </message>
        <message>
            <source>A shift lasts at most 24 hours.</source>
            <translation>Un turno dura como máximo 24 horas.</translation>
        </message>
        <message>
            <source>A source of data fails</source>
            <translation>Falla una fuente de datos</translation>
        </message>
        <message>
            <source>Actions</source>
            <translation>Acciones</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>Añadir una persona</translation>
        </message>
        <message>
            <source>Add a reason</source>
            <translation>Añadir una causa</translation>
        </message>
        <message>
            <source>Add days not worked</source>
            <translation>Añadir días libres</translation>
        </message>
        <message>
            <source>Add detail</source>
            <translation>Añadir detalle</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>Administrador</translation>
        </message>
        <message>
            <source>All others</source>
            <translation>Todas las demás</translation>
        </message>
        <message>
            <source>Another board</source>
            <translation>Otro tablero</translation>
        </message>
        <message>
            <source>As before</source>
            <translation>Sin cambio</translation>
        </message>
        <message>
            <source>At best</source>
            <translation>Como mucho</translation>
        </message>
        <message>
            <source>At least</source>
            <translation>Al menos</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>Como máximo</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>CSV files</source>
            <translation>archivos CSV</translation>
        </message>
        <message>
            <source>Cancel the shift</source>
            <translation>Cancelar el turno</translation>
        </message>
        <message>
            <source>Capitals</source>
            <translation>Mayúsculas</translation>
        </message>
        <message>
            <source>Caps</source>
            <translation>Tapones</translation>
        </message>
        <message>
            <source>Changed on this wall</source>
            <translation>Cambiado en este tablero</translation>
        </message>
        <message>
            <source>Changeover</source>
            <translation>Cambio de formato</translation>
        </message>
        <message>
            <source>Changeover to {product}</source>
            <translation>Cambio a {product}</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>Cambios</translation>
        </message>
        <message>
            <source>Choose a group, or type a new one.</source>
            <translation>Elija un grupo o escriba uno nuevo.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Comentario</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>Contar</translation>
        </message>
        <message>
            <source>Crew</source>
            <translation>Dotación</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Día</translation>
        </message>
        <message>
            <source>Days before {day} keep the target they had.</source>
            <translation>Los días antes de {day} conservan su objetivo.</translation>
        </message>
        <message>
            <source>Days not worked</source>
            <translation>Días libres</translation>
        </message>
        <message>
            <source>Deviation</source>
            <translation>Desvío</translation>
        </message>
        <message>
            <source>Deviations</source>
            <translation>Desvíos</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Listo</translation>
        </message>
        <message>
            <source>Duration</source>
            <translation>Duración</translation>
        </message>
        <message>
            <source>Ends</source>
            <translation>Termina</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Registrar</translation>
        </message>
        <message>
            <source>Enter or correct</source>
            <translation>Registrar o corregir</translation>
        </message>
        <message>
            <source>Entered and logged</source>
            <translation>Registrado</translation>
        </message>
        <message>
            <source>Erase</source>
            <translation>Borrar</translation>
        </message>
        <message>
            <source>Events, {day}</source>
            <translation>Eventos, {day}</translation>
        </message>
        <message>
            <source>Every gap has its reason.</source>
            <translation>Cada desvío tiene su causa.</translation>
        </message>
        <message>
            <source>Failing since {time}: {sentence}</source>
            <translation>Falla desde {time}: {sentence}</translation>
        </message>
        <message>
            <source>Filler</source>
            <translation>Llenadora</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Primer día</translation>
        </message>
        <message>
            <source>First of next month</source>
            <translation>Próximo mes</translation>
        </message>
        <message>
            <source>Fiscal year {year}</source>
            <translation>Ejercicio {year}</translation>
        </message>
        <message>
            <source>Footer</source>
            <translation>Pie de página</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Desde</translation>
        </message>
        <message>
            <source>Give the reason</source>
            <translation>Dar la causa</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Grupo</translation>
        </message>
        <message>
            <source>Header</source>
            <translation>Encabezado</translation>
        </message>
        <message>
            <source>Highest</source>
            <translation>Máximo</translation>
        </message>
        <message>
            <source>Hold to review {span}</source>
            <translation>Mantener para revisar {span}</translation>
        </message>
        <message>
            <source>Hourly detail</source>
            <translation>Por horas</translation>
        </message>
        <message>
            <source>Hourly detail today</source>
            <translation>Hoy por horas</translation>
        </message>
        <message>
            <source>How many {unit} more?</source>
            <translation>¿Cuánto más ({unit})?</translation>
        </message>
        <message>
            <source>How much</source>
            <translation>Cuánto</translation>
        </message>
        <message>
            <source>How much was it?</source>
            <translation>¿Cuánto fue?</translation>
        </message>
        <message>
            <source>Icon</source>
            <translation>Icono</translation>
        </message>
        <message>
            <source>In words</source>
            <translation>Con palabras</translation>
        </message>
        <message>
            <source>Intervals</source>
            <translation>Intervalos</translation>
        </message>
        <message>
            <source>Intervals of every line</source>
            <translation>Intervalos de todas las líneas</translation>
        </message>
        <message>
            <source>Intervals of {line}</source>
            <translation>Intervalos de {line}</translation>
        </message>
        <message>
            <source>It answers, but has told nothing newer than {time}</source>
            <translation>Responde, pero no ha dicho nada más nuevo que {time}</translation>
        </message>
        <message>
            <source>It ends before it starts.</source>
            <translation>Termina antes de empezar.</translation>
        </message>
        <message>
            <source>It is the target of a day; the plans of months stay.</source>
            <translation>Es el objetivo de un día; los planes de los meses no cambian.</translation>
        </message>
        <message>
            <source>It lasts {n}.</source>
            <translation>Dura {n}.</translation>
        </message>
        <message>
            <source>It takes the place of what was planned for this time.</source>
            <translation>Sustituye lo que estaba previsto para ese tiempo.</translation>
        </message>
        <message>
            <source>JOP</source>
            <translation>inicio</translation>
        </message>
        <message>
            <source>KPI</source>
            <translation>Indicador</translation>
        </message>
        <message>
            <source>KPIs</source>
            <translation>Indicadores</translation>
        </message>
        <message>
            <source>KPIs {span} of {n}</source>
            <translation>{span} de {n}</translation>
        </message>
        <message>
            <source>KPIs, fiscal year {year}</source>
            <translation>Indicadores, ejercicio {year}</translation>
        </message>
        <message>
            <source>KPIs, year {year}</source>
            <translation>Indicadores, año {year}</translation>
        </message>
        <message>
            <source>Labeller</source>
            <translation>Etiquetadora</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Idioma</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Último día</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>Letra</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>Letras</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>Líneas</translation>
        </message>
        <message>
            <source>Log a deviation</source>
            <translation>Registrar un desvío</translation>
        </message>
        <message>
            <source>Lowest</source>
            <translation>Mínimo</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>Hecho</translation>
        </message>
        <message>
            <source>Met so far: {why}</source>
            <translation>Cumplido hasta ahora: {why}</translation>
        </message>
        <message>
            <source>Met: {why}</source>
            <translation>Cumplido: {why}</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>Minutos</translation>
        </message>
        <message>
            <source>Missed because {why}</source>
            <translation>Incumplido: {why}</translation>
        </message>
        <message>
            <source>Missed so far: {why}</source>
            <translation>Incumplido hasta ahora: {why}</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Más</translation>
        </message>
        <message>
            <source>More figures</source>
            <translation>Más cifras</translation>
        </message>
        <message>
            <source>More lines</source>
            <translation>Más líneas</translation>
        </message>
        <message>
            <source>More reasons</source>
            <translation>Más causas</translation>
        </message>
        <message>
            <source>More than eight reasons on {lines}: the rarest stand behind the last tile.</source>
            <translation>Más de ocho causas en {lines}: las menos frecuentes están tras la última casilla.</translation>
        </message>
        <message>
            <source>More than eight reasons: the rarest stand behind the last tile.</source>
            <translation>Más de ocho causas: las menos frecuentes están tras la última casilla.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Need</source>
            <translation>Necesario</translation>
        </message>
        <message>
            <source>Newer</source>
            <translation>Más recientes</translation>
        </message>
        <message>
            <source>Next KPIs</source>
            <translation>Indicadores siguientes</translation>
        </message>
        <message>
            <source>Next Monday</source>
            <translation>Próximo lunes</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>Página siguiente</translation>
        </message>
        <message>
            <source>No KPIs are set up</source>
            <translation>No hay indicadores definidos</translation>
        </message>
        <message>
            <source>No KPIs yet: the plant file names them.</source>
            <translation>Aún no hay indicadores: los nombra el archivo de planta.</translation>
        </message>
        <message>
            <source>No days off ahead.</source>
            <translation>No hay días libres a la vista.</translation>
        </message>
        <message>
            <source>No event</source>
            <translation>Sin eventos</translation>
        </message>
        <message>
            <source>No event on this day</source>
            <translation>Sin eventos este día</translation>
        </message>
        <message>
            <source>No event so far</source>
            <translation>Sin eventos hasta ahora</translation>
        </message>
        <message>
            <source>No letters are set up</source>
            <translation>No hay letras definidas</translation>
        </message>
        <message>
            <source>No lines yet: the plant file names them.</source>
            <translation>Aún no hay líneas: las nombra el archivo de planta.</translation>
        </message>
        <message>
            <source>No people are named in the plant file.</source>
            <translation>El archivo de planta no nombra a nadie.</translation>
        </message>
        <message>
            <source>No product named</source>
            <translation>Sin producto indicado</translation>
        </message>
        <message>
            <source>No quantity is left. Take the reason back instead.</source>
            <translation>No queda cantidad. Retire mejor la causa.</translation>
        </message>
        <message>
            <source>No reason given</source>
            <translation>Sin causa indicada</translation>
        </message>
        <message>
            <source>No reasons yet. Add the first one.</source>
            <translation>Aún no hay causas. Añada la primera.</translation>
        </message>
        <message>
            <source>No shift</source>
            <translation>Sin turno</translation>
        </message>
        <message>
            <source>No shift on any line</source>
            <translation>Ninguna línea tiene turno</translation>
        </message>
        <message>
            <source>No shift today, and nothing planned.</source>
            <translation>Hoy no hay turno ni nada previsto.</translation>
        </message>
        <message>
            <source>No source of data</source>
            <translation>Ninguna fuente de datos</translation>
        </message>
        <message>
            <source>No value</source>
            <translation>Sin valor</translation>
        </message>
        <message>
            <source>Nobody can be named yet. Add the first one.</source>
            <translation>Aún no hay nadie. Añada a la primera persona.</translation>
        </message>
        <message>
            <source>Nobody has entered anything for this day</source>
            <translation>Nadie ha registrado nada para este día</translation>
        </message>
        <message>
            <source>Nobody works on this day</source>
            <translation>Nadie trabaja este día</translation>
        </message>
        <message>
            <source>Not entered: {names}</source>
            <translation>Sin registrar: {names}</translation>
        </message>
        <message>
            <source>Not everything was entered for this day</source>
            <translation>No se registró todo para este día</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Ahora no</translation>
        </message>
        <message>
            <source>Not read now: the program that reads it fell</source>
            <translation>Ahora no se lee: el programa que la lee falló</translation>
        </message>
        <message>
            <source>Not read now: the program that reads it fell and is started again at {time}</source>
            <translation>Ahora no se lee: el programa que la lee falló y se inicia de nuevo a las {time}</translation>
        </message>
        <message>
            <source>Not usable: {sentence}</source>
            <translation>No utilizable: {sentence}</translation>
        </message>
        <message>
            <source>Not worked: {days}</source>
            <translation>No se trabaja: {days}</translation>
        </message>
        <message>
            <source>Nothing has been changed: everything is as the plant file says.</source>
            <translation>No se ha cambiado nada: todo está como dice el archivo de planta.</translation>
        </message>
        <message>
            <source>Nothing has come since {time}</source>
            <translation>No ha llegado nada desde {time}</translation>
        </message>
        <message>
            <source>Nothing is different yet.</source>
            <translation>Todavía no hay ningún cambio.</translation>
        </message>
        <message>
            <source>Nothing is different yet: choose another start or end.</source>
            <translation>Todavía no hay cambios: elija otro inicio u otro final.</translation>
        </message>
        <message>
            <source>Nothing planned: the standard rate holds.</source>
            <translation>Nada previsto: vale el ritmo estándar.</translation>
        </message>
        <message>
            <source>Nothing waiting</source>
            <translation>Nada pendiente</translation>
        </message>
        <message>
            <source>Nothing was entered so far</source>
            <translation>Aún no se ha registrado nada</translation>
        </message>
        <message>
            <source>Now {aim}</source>
            <translation>Ahora {aim}</translation>
        </message>
        <message>
            <source>OEE {figures}</source>
            <translation>OEE {figures}</translation>
        </message>
        <message>
            <source>Older</source>
            <translation>Más antiguos</translation>
        </message>
        <message>
            <source>Operator</source>
            <translation>Operario</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Pedido</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Otro</translation>
        </message>
        <message>
            <source>Palletiser</source>
            <translation>Paletizadora</translation>
        </message>
        <message>
            <source>Past figures are being read in</source>
            <translation>Se están leyendo los valores anteriores</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personas</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Persona</translation>
        </message>
        <message>
            <source>Plan a changeover</source>
            <translation>Planificar un cambio</translation>
        </message>
        <message>
            <source>Plan a run</source>
            <translation>Planificar una tanda</translation>
        </message>
        <message>
            <source>Previous KPIs</source>
            <translation>Indicadores anteriores</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>Página anterior</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>Producto</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>Calidad</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>Cantidad</translation>
        </message>
        <message>
            <source>Quantity and crew are more than nothing; erase what is not known.</source>
            <translation>Cantidad y dotación son mayores que cero; borre lo que no se sepa.</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>Ritmo</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Causa</translation>
        </message>
        <message>
            <source>Reasons</source>
            <translation>Causas</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Función</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>Tanda</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Saved: {what}</source>
            <translation>Guardado: {what}</translation>
        </message>
        <message>
            <source>Say from which day the target holds.</source>
            <translation>Indique desde qué día vale el objetivo.</translation>
        </message>
        <message>
            <source>Say the first and the last day.</source>
            <translation>Indique el primer día y el último.</translation>
        </message>
        <message>
            <source>Say what is made: a product, an order, a rate or a quantity.</source>
            <translation>Indique qué se fabrica: un producto, un pedido, un ritmo o una cantidad.</translation>
        </message>
        <message>
            <source>Say when the changeover starts and how long it lasts.</source>
            <translation>Indique cuándo empieza el cambio y cuánto dura.</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>Turno</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Fuentes</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Espacio</translation>
        </message>
        <message>
            <source>Starts</source>
            <translation>Empieza</translation>
        </message>
        <message>
            <source>Supervisor</source>
            <translation>Supervisor</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Retirar</translation>
        </message>
        <message>
            <source>Take off</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>Taken back: {what}</source>
            <translation>Deshecho: {what}</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Objetivo</translation>
        </message>
        <message>
            <source>Targets</source>
            <translation>Objetivos</translation>
        </message>
        <message>
            <source>Team leader</source>
            <translation>Jefe de equipo</translation>
        </message>
        <message>
            <source>That would leave {n} {unit}. A count cannot fall below zero.</source>
            <translation>Quedarían {n} {unit}. Un recuento no puede ser negativo.</translation>
        </message>
        <message>
            <source>The board was restarted after a fault</source>
            <translation>El tablero se reinició tras un fallo</translation>
        </message>
        <message>
            <source>The changed plant has errors; the last good one stays</source>
            <translation>El archivo de planta cambiado tiene errores; sigue el último correcto</translation>
        </message>
        <message>
            <source>The clock of this screen may be wrong; recording goes on</source>
            <translation>El reloj de esta pantalla puede estar mal; se sigue registrando</translation>
        </message>
        <message>
            <source>The database was damaged; it was kept aside and a new one begun</source>
            <translation>La base de datos estaba dañada; se apartó y se empezó otra</translation>
        </message>
        <message>
            <source>The device is gone: {names}</source>
            <translation>El dispositivo se ha ido: {names}</translation>
        </message>
        <message>
            <source>The disk is nearly full: make room</source>
            <translation>El disco está casi lleno: libere espacio</translation>
        </message>
        <message>
            <source>The disk refuses: taps cannot be kept now</source>
            <translation>El disco no admite más: ahora no se pueden guardar toques</translation>
        </message>
        <message>
            <source>The journal keeps a number in the place of the name.</source>
            <translation>El diario guarda un número en lugar del nombre.</translation>
        </message>
        <message>
            <source>The lowest value is above the highest: change one of the two.</source>
            <translation>El valor mínimo supera al máximo: cambie uno de los dos.</translation>
        </message>
        <message>
            <source>The plant file has no [[source]] table: counts are typed by hand</source>
            <translation>El archivo de planta no tiene ninguna tabla [[source]]: las cantidades se teclean a mano</translation>
        </message>
        <message>
            <source>The program that reads them has run since {time}</source>
            <translation>El programa que las lee funciona desde {time}</translation>
        </message>
        <message>
            <source>The program that reads {sources} has run since {time}</source>
            <translation>El programa que lee {sources} funciona desde {time}</translation>
        </message>
        <message>
            <source>The whole site</source>
            <translation>Toda la planta</translation>
        </message>
        <message>
            <source>There is a reason of this name already.</source>
            <translation>Ya hay una causa con ese nombre.</translation>
        </message>
        <message>
            <source>They are neither green nor red, and nothing is due on them.</source>
            <translation>No son verdes ni rojos, y no vence nada en ellos.</translation>
        </message>
        <message>
            <source>This day is still to come</source>
            <translation>Este día aún no ha llegado</translation>
        </message>
        <message>
            <source>This letter has no KPI</source>
            <translation>Esta letra no tiene indicador</translation>
        </message>
        <message>
            <source>This line has no reasons yet. The plant file names them.</source>
            <translation>Esta línea aún no tiene causas. Las nombra el archivo de planta.</translation>
        </message>
        <message>
            <source>This target holds on that day already: type another one.</source>
            <translation>Ese objetivo ya vale ese día: escriba otro.</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Hasta</translation>
        </message>
        <message>
            <source>To which product</source>
            <translation>A qué producto</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Hoy</translation>
        </message>
        <message>
            <source>Today’s plan</source>
            <translation>Plan de hoy</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>Mañana</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Escribir</translation>
        </message>
        <message>
            <source>Type another</source>
            <translation>Escribir otro</translation>
        </message>
        <message>
            <source>Type the name of the person.</source>
            <translation>Escriba el nombre de la persona.</translation>
        </message>
        <message>
            <source>Type the name of the reason.</source>
            <translation>Escriba el nombre de la causa.</translation>
        </message>
        <message>
            <source>Type the target.</source>
            <translation>Escriba el objetivo.</translation>
        </message>
        <message>
            <source>Type why these days are not worked.</source>
            <translation>Escriba por qué no se trabaja esos días.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>Until then the target of a day comes with its figures.</source>
            <translation>Hasta entonces, el objetivo de cada día llega con sus cifras.</translation>
        </message>
        <message>
            <source>Until then the targets of its lines make it.</source>
            <translation>Hasta entonces resulta de los objetivos de sus líneas.</translation>
        </message>
        <message>
            <source>Until {time}. The plan asks for no output in this time.</source>
            <translation>Hasta las {time}. El plan no pide producción en ese tiempo.</translation>
        </message>
        <message>
            <source>Usually {span}.</source>
            <translation>Normalmente {span}.</translation>
        </message>
        <message>
            <source>Watch so far: {why}</source>
            <translation>Vigilar hasta ahora: {why}</translation>
        </message>
        <message>
            <source>Watch: {why}</source>
            <translation>Vigilar: {why}</translation>
        </message>
        <message>
            <source>What do you enter?</source>
            <translation>¿Qué va a registrar?</translation>
        </message>
        <message>
            <source>What does the line make, and when?</source>
            <translation>¿Qué fabrica la línea y cuándo?</translation>
        </message>
        <message>
            <source>What is different today?</source>
            <translation>¿Qué cambia hoy?</translation>
        </message>
        <message>
            <source>What may a miss be due to?</source>
            <translation>¿A qué puede deberse un desvío?</translation>
        </message>
        <message>
            <source>What was logged under its old name takes the new one.</source>
            <translation>Lo registrado con el nombre antiguo toma el nuevo.</translation>
        </message>
        <message>
            <source>What went wrong?</source>
            <translation>¿Qué salió mal?</translation>
        </message>
        <message>
            <source>What went wrong? Say it in words.</source>
            <translation>¿Qué salió mal? Dígalo con palabras.</translation>
        </message>
        <message>
            <source>When does the shift start and end today?</source>
            <translation>¿Cuándo empieza y termina hoy el turno?</translation>
        </message>
        <message>
            <source>When is the changeover, and how long?</source>
            <translation>¿Cuándo es el cambio y cuánto dura?</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Dónde</translation>
        </message>
        <message>
            <source>Which board?</source>
            <translation>¿Qué tablero?</translation>
        </message>
        <message>
            <source>Which days are not worked?</source>
            <translation>¿Qué días no se trabaja?</translation>
        </message>
        <message>
            <source>Which language?</source>
            <translation>¿Qué idioma?</translation>
        </message>
        <message>
            <source>Which reason changes?</source>
            <translation>¿Qué causa cambia?</translation>
        </message>
        <message>
            <source>Which target changes?</source>
            <translation>¿Qué objetivo cambia?</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Quién</translation>
        </message>
        <message>
            <source>Who comes, goes or changes?</source>
            <translation>¿Quién llega, se va o cambia?</translation>
        </message>
        <message>
            <source>Who is new at this board?</source>
            <translation>¿Quién es nuevo en este tablero?</translation>
        </message>
        <message>
            <source>Why, {day}</source>
            <translation>Por qué, {day}</translation>
        </message>
        <message>
            <source>With this: {what}.</source>
            <translation>Con esto: {what}.</translation>
        </message>
        <message>
            <source>Worked after all</source>
            <translation>Se trabaja después de todo</translation>
        </message>
        <message>
            <source>Worked after all: {days}</source>
            <translation>Se trabaja después de todo: {days}</translation>
        </message>
        <message>
            <source>YTD</source>
            <translation>acum.</translation>
        </message>
        <message>
            <source>Year {year}</source>
            <translation>Año {year}</translation>
        </message>
        <message>
            <source>a count is missing</source>
            <translation>falta un recuento</translation>
        </message>
        <message>
            <source>action verified</source>
            <translation>acción verificada</translation>
        </message>
        <message>
            <source>actual</source>
            <translation>real</translation>
        </message>
        <message>
            <source>ahead of plan</source>
            <translation>por encima del plan</translation>
        </message>
        <message>
            <source>ahead of plan by</source>
            <translation>por encima del plan en</translation>
        </message>
        <message numerus="yes">
            <source>all {n} are being read</source>
            <extracomment>it is being read</extracomment>
            <translation>
                <numerusform>se lee</numerusform>
                <numerusform>se leen las {n}</numerusform>
            </translation>
        </message>
        <message>
            <source>all {n} explained</source>
            <translation>los {n} con causa</translation>
        </message>
        <message>
            <source>an hour</source>
            <translation>por hora</translation>
        </message>
        <message>
            <source>and {n} more</source>
            <translation>y {n} más</translation>
        </message>
        <message numerus="yes">
            <source>and {n} more lines, {behind} of them behind</source>
            <extracomment>and {n} more line, {behind} of them behind</extracomment>
            <translation>
                <numerusform>y {n} línea más, {behind} con retraso</numerusform>
                <numerusform>y {n} líneas más, {behind} con retraso</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and {n} more programs</source>
            <extracomment>and {n} more program</extracomment>
            <translation>
                <numerusform>y {n} programa más</numerusform>
                <numerusform>y {n} programas más</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and {n} more sources</source>
            <extracomment>and {n} more source</extracomment>
            <translation>
                <numerusform>y {n} fuente más</numerusform>
                <numerusform>y {n} fuentes más</numerusform>
            </translation>
        </message>
        <message>
            <source>answered {time}</source>
            <translation>respondió {time}</translation>
        </message>
        <message>
            <source>as a ratio of sums</source>
            <translation>como razón de sumas</translation>
        </message>
        <message>
            <source>as a sum</source>
            <translation>como suma</translation>
        </message>
        <message>
            <source>as planned</source>
            <translation>según lo previsto</translation>
        </message>
        <message>
            <source>as the last value</source>
            <translation>como último valor</translation>
        </message>
        <message>
            <source>as the worst value</source>
            <translation>como peor valor</translation>
        </message>
        <message>
            <source>as usual</source>
            <translation>como siempre</translation>
        </message>
        <message>
            <source>at the end</source>
            <translation>al final</translation>
        </message>
        <message>
            <source>at {time}</source>
            <translation>a las {time}</translation>
        </message>
        <message>
            <source>best gap at the end</source>
            <translation>mejor diferencia al final</translation>
        </message>
        <message>
            <source>best proven {rate}</source>
            <translation>mejor ritmo {rate}</translation>
        </message>
        <message>
            <source>billion {unit}</source>
            <translation>miles de millones de {unit}</translation>
        </message>
        <message>
            <source>broker, MQTT</source>
            <translation>bróker, MQTT</translation>
        </message>
        <message>
            <source>by line</source>
            <translation>por línea</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>cancelado</translation>
        </message>
        <message>
            <source>cancelled {day}</source>
            <translation>cancelado {day}</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>cerrado</translation>
        </message>
        <message>
            <source>closed {when}</source>
            <translation>cerrado {when}</translation>
        </message>
        <message>
            <source>closes in {n} s</source>
            <translation>se cierra en {n} s</translation>
        </message>
        <message>
            <source>complete up to {time}</source>
            <translation>todo dicho hasta {time}</translation>
        </message>
        <message>
            <source>correct the plan</source>
            <translation>corregir el plan</translation>
        </message>
        <message>
            <source>count {change} {unit}</source>
            <translation>recuento {change} {unit}</translation>
        </message>
        <message>
            <source>countermeasure</source>
            <translation>contramedida</translation>
        </message>
        <message>
            <source>countermeasure open</source>
            <translation>contramedida abierta</translation>
        </message>
        <message>
            <source>countermeasure overdue</source>
            <translation>contramedida vencida</translation>
        </message>
        <message>
            <source>countermeasure verified</source>
            <translation>contramedida verificada</translation>
        </message>
        <message>
            <source>crew {n}</source>
            <translation>dotación {n}</translation>
        </message>
        <message>
            <source>cumulative</source>
            <translation>acumulado</translation>
        </message>
        <message>
            <source>data {age} old</source>
            <translation>datos de hace {age}</translation>
        </message>
        <message>
            <source>database, SQL</source>
            <translation>base de datos, SQL</translation>
        </message>
        <message numerus="yes">
            <source>days</source>
            <extracomment>day</extracomment>
            <translation>
                <numerusform>día</numerusform>
                <numerusform>días</numerusform>
            </translation>
        </message>
        <message>
            <source>days met</source>
            <translation>días cumplidos</translation>
        </message>
        <message>
            <source>delta</source>
            <translation>diferencia</translation>
        </message>
        <message>
            <source>demo, invented values</source>
            <translation>demo, valores inventados</translation>
        </message>
        <message>
            <source>details</source>
            <translation>detalles</translation>
        </message>
        <message>
            <source>due today</source>
            <translation>vence hoy</translation>
        </message>
        <message>
            <source>due {day}</source>
            <translation>vence {day}</translation>
        </message>
        <message>
            <source>end of {shift}</source>
            <translation>fin {shift}</translation>
        </message>
        <message>
            <source>ends {n} earlier</source>
            <translation>termina {n} antes</translation>
        </message>
        <message>
            <source>fiscal year {year}</source>
            <translation>ejercicio {year}</translation>
        </message>
        <message>
            <source>for the rest of the shift</source>
            <translation>para el resto del turno</translation>
        </message>
        <message>
            <source>former colleague</source>
            <translation>antiguo compañero</translation>
        </message>
        <message>
            <source>from {day}</source>
            <translation>desde {day}</translation>
        </message>
        <message>
            <source>hold to sign</source>
            <translation>mantener para firmar</translation>
        </message>
        <message>
            <source>interval</source>
            <translation>intervalo</translation>
        </message>
        <message>
            <source>is the gap explained?</source>
            <translation>¿desvío con causa?</translation>
        </message>
        <message numerus="yes">
            <source>it fell {n} times, last at {time}</source>
            <extracomment>it fell once, at {time}</extracomment>
            <translation>
                <numerusform>falló una vez, a las {time}</numerusform>
                <numerusform>falló {n} veces, la última a las {time}</numerusform>
            </translation>
        </message>
        <message>
            <source>last recoverable at</source>
            <translation>recuperable hasta</translation>
        </message>
        <message>
            <source>late · {age}</source>
            <translation>con retraso · {age}</translation>
        </message>
        <message>
            <source>line signal {age}</source>
            <translation>señal de línea {age}</translation>
        </message>
        <message>
            <source>line signal {age} old</source>
            <translation>señal de línea de hace {age}</translation>
        </message>
        <message>
            <source>live · {age}</source>
            <translation>en vivo · {age}</translation>
        </message>
        <message>
            <source>longest run of misses {n}</source>
            <translation>racha más larga de incumplimientos {n}</translation>
        </message>
        <message>
            <source>machine, OPC UA</source>
            <translation>máquina, OPC UA</translation>
        </message>
        <message>
            <source>mean {value}</source>
            <translation>media {value}</translation>
        </message>
        <message>
            <source>met</source>
            <translation>cumplido</translation>
        </message>
        <message>
            <source>million {unit}</source>
            <translation>millones de {unit}</translation>
        </message>
        <message>
            <source>missed</source>
            <translation>incumplido</translation>
        </message>
        <message>
            <source>more than a countermeasure is needed</source>
            <translation>hace falta más que una contramedida</translation>
        </message>
        <message>
            <source>natural {value}</source>
            <translation>natural {value}</translation>
        </message>
        <message>
            <source>near miss</source>
            <translation>casi accidente</translation>
        </message>
        <message>
            <source>near miss reported</source>
            <translation>casi accidente informado</translation>
        </message>
        <message>
            <source>needs {rate}</source>
            <translation>necesita {rate}</translation>
        </message>
        <message>
            <source>no countermeasure</source>
            <translation>sin contramedida</translation>
        </message>
        <message>
            <source>no data yet</source>
            <translation>aún sin datos</translation>
        </message>
        <message>
            <source>no day judged yet</source>
            <translation>ningún día evaluado aún</translation>
        </message>
        <message>
            <source>no event</source>
            <translation>sin eventos</translation>
        </message>
        <message>
            <source>no line signal</source>
            <translation>sin señal de línea</translation>
        </message>
        <message>
            <source>no owner</source>
            <translation>sin responsable</translation>
        </message>
        <message>
            <source>no plan</source>
            <translation>sin plan</translation>
        </message>
        <message>
            <source>no plan for this shift</source>
            <translation>sin plan para este turno</translation>
        </message>
        <message>
            <source>no reasons for this day</source>
            <translation>sin causas para este día</translation>
        </message>
        <message>
            <source>no shift</source>
            <translation>sin turno</translation>
        </message>
        <message>
            <source>no shift today</source>
            <translation>hoy sin turno</translation>
        </message>
        <message>
            <source>no target</source>
            <translation>sin objetivo</translation>
        </message>
        <message>
            <source>no value yet</source>
            <translation>aún sin valor</translation>
        </message>
        <message>
            <source>no values yet</source>
            <translation>aún sin valores</translation>
        </message>
        <message>
            <source>no working time is left</source>
            <translation>no queda tiempo de trabajo</translation>
        </message>
        <message>
            <source>noise</source>
            <translation>ruido</translation>
        </message>
        <message>
            <source>none</source>
            <translation>ninguna</translation>
        </message>
        <message>
            <source>none named</source>
            <translation>sin indicar</translation>
        </message>
        <message>
            <source>none needed</source>
            <translation>no hace falta</translation>
        </message>
        <message>
            <source>not counted yet</source>
            <translation>aún sin contar</translation>
        </message>
        <message>
            <source>not entered</source>
            <translation>sin registrar</translation>
        </message>
        <message>
            <source>not entered yet</source>
            <translation>aún sin registrar</translation>
        </message>
        <message>
            <source>not everything was entered</source>
            <translation>no se registró todo</translation>
        </message>
        <message>
            <source>not final yet</source>
            <translation>aún no es final</translation>
        </message>
        <message>
            <source>not recorded</source>
            <translation>sin registrar</translation>
        </message>
        <message>
            <source>not said</source>
            <translation>sin indicar</translation>
        </message>
        <message>
            <source>not saved yet</source>
            <translation>aún sin guardar</translation>
        </message>
        <message>
            <source>not worked</source>
            <translation>sin trabajo</translation>
        </message>
        <message>
            <source>not working now</source>
            <translation>ahora no trabaja</translation>
        </message>
        <message>
            <source>nothing counted yet</source>
            <translation>aún no se ha contado nada</translation>
        </message>
        <message>
            <source>nothing entered, nothing logged</source>
            <translation>nada registrado</translation>
        </message>
        <message>
            <source>nothing received</source>
            <translation>nada recibido</translation>
        </message>
        <message>
            <source>nothing waiting</source>
            <translation>nada pendiente</translation>
        </message>
        <message>
            <source>nothing yet</source>
            <translation>nada aún</translation>
        </message>
        <message>
            <source>now</source>
            <translation>ahora</translation>
        </message>
        <message>
            <source>now {rate}</source>
            <translation>ahora {rate}</translation>
        </message>
        <message>
            <source>now {value}</source>
            <translation>ahora {value}</translation>
        </message>
        <message>
            <source>of {plan}</source>
            <translation>de {plan}</translation>
        </message>
        <message>
            <source>offline</source>
            <translation>sin conexión</translation>
        </message>
        <message>
            <source>on pace</source>
            <translation>a ritmo</translation>
        </message>
        <message>
            <source>on the list</source>
            <translation>en la lista</translation>
        </message>
        <message>
            <source>open</source>
            <translation>en curso</translation>
        </message>
        <message>
            <source>open action</source>
            <translation>acción abierta</translation>
        </message>
        <message>
            <source>open at {time}</source>
            <translation>desde las {time}</translation>
        </message>
        <message>
            <source>open day</source>
            <translation>día en curso</translation>
        </message>
        <message>
            <source>order {order}</source>
            <translation>pedido {order}</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>vencida</translation>
        </message>
        <message>
            <source>owner</source>
            <translation>resp.</translation>
        </message>
        <message>
            <source>owner {name}</source>
            <translation>responsable {name}</translation>
        </message>
        <message>
            <source>partial month</source>
            <translation>mes parcial</translation>
        </message>
        <message>
            <source>plan</source>
            <translation>plan</translation>
        </message>
        <message>
            <source>plan now</source>
            <translation>plan ahora</translation>
        </message>
        <message>
            <source>plan {value}</source>
            <translation>plan {value}</translation>
        </message>
        <message>
            <source>program</source>
            <translation>programa</translation>
        </message>
        <message numerus="yes">
            <source>readings today</source>
            <extracomment>reading today</extracomment>
            <translation>
                <numerusform>lectura hoy</numerusform>
                <numerusform>lecturas hoy</numerusform>
            </translation>
        </message>
        <message>
            <source>reasons</source>
            <translation>causas</translation>
        </message>
        <message>
            <source>record {n}</source>
            <translation>récord {n}</translation>
        </message>
        <message>
            <source>review due</source>
            <translation>falta revisar</translation>
        </message>
        <message>
            <source>reviewed</source>
            <translation>revisado</translation>
        </message>
        <message>
            <source>running</source>
            <translation>en marcha</translation>
        </message>
        <message>
            <source>server</source>
            <translation>servidor</translation>
        </message>
        <message>
            <source>server offline</source>
            <translation>servidor sin conexión</translation>
        </message>
        <message>
            <source>server offline since {time}</source>
            <translation>servidor sin conexión desde {time}</translation>
        </message>
        <message>
            <source>server, HTTP</source>
            <translation>servidor, HTTP</translation>
        </message>
        <message>
            <source>shift</source>
            <translation>turno</translation>
        </message>
        <message>
            <source>signal</source>
            <translation>señal</translation>
        </message>
        <message>
            <source>since last accident</source>
            <translation>desde el último accidente</translation>
        </message>
        <message>
            <source>since last lost-time accident</source>
            <translation>desde el último accidente con baja</translation>
        </message>
        <message>
            <source>since {day}</source>
            <translation>desde {day}</translation>
        </message>
        <message>
            <source>since {time}</source>
            <translation>desde {time}</translation>
        </message>
        <message>
            <source>standard rate</source>
            <translation>ritmo estándar</translation>
        </message>
        <message>
            <source>start {value}</source>
            <translation>inicio {value}</translation>
        </message>
        <message>
            <source>starts {n} earlier</source>
            <translation>empieza {n} antes</translation>
        </message>
        <message>
            <source>starts {n} later</source>
            <translation>empieza {n} más tarde</translation>
        </message>
        <message>
            <source>taken back</source>
            <translation>retirado</translation>
        </message>
        <message>
            <source>taken off</source>
            <translation>quitado</translation>
        </message>
        <message>
            <source>tap: count</source>
            <translation>toque: contar</translation>
        </message>
        <message>
            <source>tap: enter the count</source>
            <translation>toque: anotar el recuento</translation>
        </message>
        <message>
            <source>tap: give the reason</source>
            <translation>toque: dar la causa</translation>
        </message>
        <message>
            <source>tap: reason</source>
            <translation>toque: causa</translation>
        </message>
        <message>
            <source>target</source>
            <translation>objetivo</translation>
        </message>
        <message>
            <source>target {value}</source>
            <translation>objetivo {value}</translation>
        </message>
        <message>
            <source>the change</source>
            <translation>el cambio</translation>
        </message>
        <message>
            <source>the gap of {gap} is now fully explained</source>
            <translation>el desvío de {gap} ya tiene causa</translation>
        </message>
        <message>
            <source>the plan cannot be met</source>
            <translation>el plan ya no es alcanzable</translation>
        </message>
        <message>
            <source>the plan of the shift is made</source>
            <translation>el plan del turno está cumplido</translation>
        </message>
        <message>
            <source>the shift ended at {time}</source>
            <translation>el turno terminó a las {time}</translation>
        </message>
        <message>
            <source>then {n} more</source>
            <translation>luego {n} más</translation>
        </message>
        <message>
            <source>this screen</source>
            <translation>esta pantalla</translation>
        </message>
        <message>
            <source>thousand {unit}</source>
            <translation>miles de {unit}</translation>
        </message>
        <message>
            <source>to come</source>
            <translation>por venir</translation>
        </message>
        <message>
            <source>to explain</source>
            <translation>por explicar</translation>
        </message>
        <message>
            <source>today</source>
            <translation>hoy</translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation>mañana</translation>
        </message>
        <message>
            <source>trend</source>
            <translation>tendencia</translation>
        </message>
        <message>
            <source>trend and plan</source>
            <translation>tendencia y plan</translation>
        </message>
        <message>
            <source>verified</source>
            <translation>verificada</translation>
        </message>
        <message>
            <source>waiting for a reason. Touch one.</source>
            <translation>esperan una causa. Toque uno.</translation>
        </message>
        <message>
            <source>watch</source>
            <translation>vigilar</translation>
        </message>
        <message>
            <source>what is planned</source>
            <translation>lo que está planificado</translation>
        </message>
        <message>
            <source>whole site</source>
            <translation>toda la planta</translation>
        </message>
        <message>
            <source>with the data</source>
            <translation>con los datos</translation>
        </message>
        <message>
            <source>workbooks</source>
            <translation>libros de Excel</translation>
        </message>
        <message>
            <source>worked after all</source>
            <translation>se trabaja</translation>
        </message>
        <message>
            <source>year to date {kind}</source>
            <translation>acumulado del año {kind}</translation>
        </message>
        <message>
            <source>year {year}</source>
            <translation>año {year}</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>ayer</translation>
        </message>
        <message>
            <source>yesterday {value}</source>
            <translation>ayer {value}</translation>
        </message>
        <message>
            <source>{age} old</source>
            <translation>hace {age}</translation>
        </message>
        <message>
            <source>{a} of {b} {unit} {name}</source>
            <translation>{a} de {b} {unit} {name}</translation>
        </message>
        <message>
            <source>{group}: what was it?</source>
            <translation>{group}: ¿qué fue?</translation>
        </message>
        <message>
            <source>{h} h {m}</source>
            <translation>{h} h {m}</translation>
        </message>
        <message>
            <source>{kpi} per day</source>
            <translation>{kpi} por día</translation>
        </message>
        <message>
            <source>{kpi} {value} is above {limit}</source>
            <translation>{kpi} {value} está por encima de {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} is below {limit}</source>
            <translation>{kpi} {value} está por debajo de {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} is just above {limit}</source>
            <translation>{kpi} {value} está justo por encima de {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} is just below {limit}</source>
            <translation>{kpi} {value} está justo por debajo de {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} is within {limit}</source>
            <translation>{kpi} {value} está dentro de {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} reaches {limit}</source>
            <translation>{kpi} {value} alcanza {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} so far, no target</source>
            <translation>{kpi} {value} hasta ahora, sin objetivo</translation>
        </message>
        <message>
            <source>{kpi} {value}, no target</source>
            <translation>{kpi} {value}, sin objetivo</translation>
        </message>
        <message>
            <source>{left} of {gap} still not explained</source>
            <translation>{left} de {gap} aún sin causa</translation>
        </message>
        <message>
            <source>{line} has no working time on {day}.</source>
            <translation>{line} no tiene tiempo de trabajo el {day}.</translation>
        </message>
        <message>
            <source>{names} and {last}</source>
            <translation>{names} y {last}</translation>
        </message>
        <message>
            <source>{name} taken off</source>
            <translation>{name} quitado</translation>
        </message>
        <message>
            <source>{name} {a} of {b} {unit}</source>
            <translation>{name} {a} de {b} {unit}</translation>
        </message>
        <message>
            <source>{notice} (and {n} more)</source>
            <translation>{notice} (y {n} más)</translation>
        </message>
        <message>
            <source>{n} % of the shift</source>
            <translation>{n} % del turno</translation>
        </message>
        <message>
            <source>{n} % of the shift made</source>
            <translation>{n} % del turno hecho</translation>
        </message>
        <message>
            <source>{n} % so far</source>
            <translation>{n} % hasta ahora</translation>
        </message>
        <message>
            <source>{n} % to the order's end</source>
            <translation>{n} % hasta el fin del pedido</translation>
        </message>
        <message>
            <source>{n} behind pace</source>
            <translation>{n} por detrás</translation>
        </message>
        <message numerus="yes">
            <source>{n} changes made on this wall</source>
            <extracomment>{n} change made on this wall</extracomment>
            <translation>
                <numerusform>{n} cambio hecho en este tablero</numerusform>
                <numerusform>{n} cambios hechos en este tablero</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} days</source>
            <extracomment>{n} day</extracomment>
            <translation>
                <numerusform>{n} día</numerusform>
                <numerusform>{n} días</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} days late</source>
            <extracomment>{n} day late</extracomment>
            <translation>
                <numerusform>{n} día de retraso</numerusform>
                <numerusform>{n} días de retraso</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} days since the last lost-time accident</source>
            <extracomment>{n} day since the last lost-time accident</extracomment>
            <translation>
                <numerusform>{n} día desde el último accidente con baja</numerusform>
                <numerusform>{n} días desde el último accidente con baja</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} explained · {more} too many</source>
            <translation>{n} con causa · {more} de más</translation>
        </message>
        <message>
            <source>{n} explained · {rest} not</source>
            <translation>{n} con causa · {rest} sin</translation>
        </message>
        <message>
            <source>{n} h</source>
            <translation>{n} h</translation>
        </message>
        <message>
            <source>{n} in a row</source>
            <translation>{n} en fila</translation>
        </message>
        <message numerus="yes">
            <source>{n} intervals</source>
            <extracomment>{n} interval</extracomment>
            <translation>
                <numerusform>{n} intervalo</numerusform>
                <numerusform>{n} intervalos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} intervals to come</source>
            <extracomment>{n} interval to come</extracomment>
            <translation>
                <numerusform>{n} intervalo por venir</numerusform>
                <numerusform>{n} intervalos por venir</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} intervals to explain</source>
            <translation>{n} intervalos por explicar</translation>
        </message>
        <message numerus="yes">
            <source>{n} intervals, {missed} missed</source>
            <extracomment>{n} interval, {missed} missed</extracomment>
            <translation>
                <numerusform>{n} intervalo, {missed} incumplido</numerusform>
                <numerusform>{n} intervalos, {missed} incumplidos</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} later</source>
            <translation>{n} más tarde</translation>
        </message>
        <message numerus="yes">
            <source>{n} lost-time accidents</source>
            <extracomment>One lost-time accident</extracomment>
            <translation>
                <numerusform>Un accidente con baja</numerusform>
                <numerusform>{n} accidentes con baja</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} min</source>
            <translation>{n} min</translation>
        </message>
        <message numerus="yes">
            <source>{n} misses in a row</source>
            <extracomment>{n} miss in a row</extracomment>
            <translation>
                <numerusform>{n} fallo</numerusform>
                <numerusform>{n} fallos seguidos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} months reported</source>
            <extracomment>{n} month reported</extracomment>
            <translation>
                <numerusform>{n} mes informado</numerusform>
                <numerusform>{n} meses informados</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} more</source>
            <translation>{n} más</translation>
        </message>
        <message numerus="yes">
            <source>{n} near misses were reported</source>
            <extracomment>One near miss was reported</extracomment>
            <translation>
                <numerusform>Se informó de un casi accidente</numerusform>
                <numerusform>Se informó de {n} casi accidentes</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} not explained</source>
            <translation>{n} sin causa</translation>
        </message>
        <message numerus="yes">
            <source>{n} of {count} need a look</source>
            <extracomment>{n} of {count} needs a look</extracomment>
            <translation>
                <numerusform>{n} de {count} necesita atención</numerusform>
                <numerusform>{n} de {count} necesitan atención</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} of {most} MiB</source>
            <translation>{n} de {most} MiB</translation>
        </message>
        <message>
            <source>{n} of {m}</source>
            <translation>{n} de {m}</translation>
        </message>
        <message>
            <source>{n} of {m} days met</source>
            <translation>{n} de {m} días cumplidos</translation>
        </message>
        <message>
            <source>{n} of {m} entered</source>
            <translation>{n} de {m} registrados</translation>
        </message>
        <message>
            <source>{n} of {m} lines</source>
            <translation>{n} de {m} líneas</translation>
        </message>
        <message>
            <source>{n} of {m} lines met</source>
            <translation>{n} de {m} líneas cumplen</translation>
        </message>
        <message>
            <source>{n} of {m} lines met so far</source>
            <translation>{n} de {m} líneas cumplen hasta ahora</translation>
        </message>
        <message>
            <source>{n} overtime</source>
            <translation>{n} extra</translation>
        </message>
        <message numerus="yes">
            <source>{n} people needed first aid</source>
            <extracomment>One person needed first aid</extracomment>
            <translation>
                <numerusform>Una persona necesitó primeros auxilios</numerusform>
                <numerusform>{n} personas necesitaron primeros auxilios</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} recordable injuries</source>
            <extracomment>One recordable injury</extracomment>
            <translation>
                <numerusform>Una lesión registrable</numerusform>
                <numerusform>{n} lesiones registrables</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} rejected</source>
            <translation>{n} rechazos</translation>
        </message>
        <message>
            <source>{n} s</source>
            <translation>{n} s</translation>
        </message>
        <message numerus="yes">
            <source>{n} sources</source>
            <extracomment>{n} source</extracomment>
            <translation>
                <numerusform>{n} fuente</numerusform>
                <numerusform>{n} fuentes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} taps waiting, kept on this screen</source>
            <extracomment>{n} tap waiting, kept on this screen</extracomment>
            <translation>
                <numerusform>{n} toque en espera, guardado en esta pantalla</numerusform>
                <numerusform>{n} toques en espera, guardados en esta pantalla</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} to go</source>
            <translation>faltan {n}</translation>
        </message>
        <message>
            <source>{n} to make</source>
            <translation>cantidad {n}</translation>
        </message>
        <message>
            <source>{n} waiting</source>
            <translation>{n} en espera</translation>
        </message>
        <message>
            <source>{n} waiting for the disk</source>
            <translation>{n} a la espera del disco</translation>
        </message>
        <message>
            <source>{n} {unit} counted</source>
            <translation>contado: {n} {unit}</translation>
        </message>
        <message>
            <source>{n} {unit} explained</source>
            <translation>explicado: {n} {unit}</translation>
        </message>
        <message>
            <source>{n} {unit} explained, {surplus} more than are missing</source>
            <translation>explicado: {n} {unit}, {surplus} más de lo que falta</translation>
        </message>
        <message>
            <source>{n} {unit} not explained. What was it?</source>
            <translation>{n} {unit} sin causa. ¿Qué fue?</translation>
        </message>
        <message>
            <source>{n} {unit} with this</source>
            <translation>con esto {n} {unit}</translation>
        </message>
        <message>
            <source>{rate}/h</source>
            <translation>{rate}/h</translation>
        </message>
        <message>
            <source>{reason} not added: nothing is left to explain</source>
            <translation>{reason} no se añadió: no queda nada por explicar</translation>
        </message>
        <message>
            <source>{said}; next try at {time}</source>
            <translation>{said}; próximo intento a las {time}</translation>
        </message>
        <message>
            <source>{shift} as usual</source>
            <translation>{shift} como siempre</translation>
        </message>
        <message>
            <source>{shift} cancelled</source>
            <translation>{shift} cancelado</translation>
        </message>
        <message>
            <source>{state} so far</source>
            <translation>{state} hasta ahora</translation>
        </message>
        <message>
            <source>{target} of the lines together</source>
            <translation>{target} de las líneas juntas</translation>
        </message>
        <message>
            <source>{target} since {day}</source>
            <translation>{target} desde el {day}</translation>
        </message>
        <message>
            <source>{time} left</source>
            <translation>aún {time}</translation>
        </message>
        <message>
            <source>{what} so far</source>
            <translation>{what} hasta ahora</translation>
        </message>
        <message>
            <source>≈ shared out</source>
            <translation>≈ repartido</translation>
        </message>
    </context>
    <context>
        <name>languages</name>
        <message>
            <source>English</source>
            <translation>Español</translation>
        </message>
    </context>
    <context>
        <name>told</name>
        <message>
            <source>'{node}' is no line; a run is planned for one line.</source>
            <translation>«{node}» no es una línea; una tanda se planifica para una línea.</translation>
        </message>
        <message>
            <source>An interval lasts more than nothing and at most 24 hours; this entry's does not.</source>
            <translation>Un intervalo dura más que nada y como máximo 24 horas; este no.</translation>
        </message>
        <message>
            <source>Another program is writing to this database, so this was not kept. Close that program.</source>
            <translation>Otro programa escribe en esta base de datos, así que esto no se guardó. Ciérrelo.</translation>
        </message>
        <message>
            <source>Entry {entry} is a {kind} and cannot be changed by a {by}. Look once more.</source>
            <translation>La entrada {entry} ({kind}) no se puede cambiar así ({by}). Mire otra vez.</translation>
        </message>
        <message>
            <source>Entry {entry} is not in the journal, so it cannot be changed. Look once more.</source>
            <translation>La entrada {entry} no está en el diario, así que no se puede cambiar. Mire otra vez.</translation>
        </message>
        <message>
            <source>Entry {entry} was taken back before; nothing is left to do.</source>
            <translation>La entrada {entry} ya se retiró; no queda nada por hacer.</translation>
        </message>
        <message>
            <source>No shift '{shift}' is worked there; it is one of {known}.</source>
            <translation>Allí no se trabaja el turno «{shift}»; hay {known}.</translation>
        </message>
        <message>
            <source>Nobody with the id '{person}' is known here.</source>
            <translation>Aquí no se conoce a nadie con el identificador «{person}».</translation>
        </message>
        <message>
            <source>Shift {shift} is not worked on {day}, or would have no time left.</source>
            <translation>El turno {shift} no se trabaja el {day} o se quedaría sin tiempo.</translation>
        </message>
        <message>
            <source>Shift {shift} of {day} is closed until {time}; change what comes after that.</source>
            <translation>El turno {shift} del {day} está cerrado hasta las {time}; cambie lo que viene después.</translation>
        </message>
        <message>
            <source>The clock says {now}, but the last entry was made at {last} (UTC).</source>
            <translation>El reloj marca {now}, pero la última entrada se hizo a las {last} (UTC).</translation>
        </message>
        <message>
            <source>The database is damaged, so this was not kept. The board will move it aside and start a new one.</source>
            <translation>La base de datos está dañada, así que esto no se guardó. El tablero la apartará y empezará otra.</translation>
        </message>
        <message>
            <source>The difference between the two figures is not one that can be kept; enter it rounded.</source>
            <translation>La diferencia entre las dos cifras no se puede guardar; regístrela redondeada.</translation>
        </message>
        <message>
            <source>The disk can only be read, so this was not kept. Check the disk and its mount.</source>
            <translation>El disco es de solo lectura, así que esto no se guardó. Revise el disco y su montaje.</translation>
        </message>
        <message>
            <source>The disk did not take this. Check the disk; the board tries again with the next touch.</source>
            <translation>El disco no aceptó esto. Revíselo; el tablero lo intentará con el próximo toque.</translation>
        </message>
        <message>
            <source>The disk is full, so this was not kept. Make room; the board goes on by itself.</source>
            <translation>El disco está lleno, así que esto no se guardó. Libere espacio; el tablero sigue solo.</translation>
        </message>
        <message>
            <source>The id {id} already belongs to another entry. Touch once more.</source>
            <translation>El identificador {id} ya pertenece a otra entrada. Toque otra vez.</translation>
        </message>
        <message>
            <source>The plant has no KPI '{kpi}'.</source>
            <translation>La planta no tiene el indicador «{kpi}».</translation>
        </message>
        <message>
            <source>The plant has no line, area or site '{node}'; this change was made for it.</source>
            <translation>La planta no tiene ninguna línea, área ni sede «{node}», para la que se hizo este cambio.</translation>
        </message>
        <message>
            <source>The plant has no line, area or site '{node}'; this figure was entered for it.</source>
            <translation>La planta no tiene ninguna línea, área ni sede «{node}», para la que se registró esta cifra.</translation>
        </message>
        <message>
            <source>The plant has no measure '{measure}'; this figure was entered for it.</source>
            <translation>La planta no tiene la medida «{measure}», para la que se registró esta cifra.</translation>
        </message>
        <message>
            <source>The plant has no reason '{code}' that could be taken off.</source>
            <translation>La planta no tiene la causa «{code}» para quitarla.</translation>
        </message>
        <message>
            <source>The target of {kpi} is a range from low to high.</source>
            <translation>El objetivo de {kpi} es un intervalo de mínimo a máximo.</translation>
        </message>
        <message>
            <source>The target of {kpi} is one value.</source>
            <translation>El objetivo de {kpi} es un solo valor.</translation>
        </message>
        <message>
            <source>This entry could not be kept. Try again.</source>
            <translation>Esta entrada no se pudo guardar. Inténtelo de nuevo.</translation>
        </message>
        <message>
            <source>This person cannot be kept: a name is needed.</source>
            <translation>Esta persona no se puede guardar: hace falta un nombre.</translation>
        </message>
        <message>
            <source>This time is over; a run is planned for now or later.</source>
            <translation>Ese tiempo ya pasó; una tanda se planifica para ahora o más tarde.</translation>
        </message>
        <message>
            <source>This would leave {left} of {measure} in the interval, and fewer than none cannot be. Enter a smaller correction.</source>
            <translation>Quedarían {left} de {measure} en el intervalo, y menos de cero no puede ser. Registre una corrección menor.</translation>
        </message>
        <message>
            <source>This would leave {left} of {measure} on the day, and fewer than none cannot be. Look at the day once more: something else was entered meanwhile.</source>
            <translation>Quedarían {left} de {measure} ese día, y menos de cero no puede ser. Mire el día otra vez: entretanto se registró otra cosa.</translation>
        </message>
        <message>
            <source>it answered no more and was ended</source>
            <translation>dejó de responder y se cerró</translation>
        </message>
        <message>
            <source>it could not be started</source>
            <translation>no se pudo iniciar</translation>
        </message>
        <message>
            <source>it ended by itself</source>
            <translation>se cerró por sí solo</translation>
        </message>
        <message>
            <source>it printed what is no batch and was ended</source>
            <translation>escribió algo incomprensible y se cerró</translation>
        </message>
        <message>
            <source>it took more than {most} MiB of memory and was ended</source>
            <translation>ocupó más de {most} MiB de memoria y se cerró</translation>
        </message>
        <message>
            <source>the program that reads {sources} fell ({why}) and is started again</source>
            <translation>el programa que lee {sources} falló ({why}) y se inicia de nuevo</translation>
        </message>
        <message>
            <source>{complaint} Set the clock right, then change the plan.</source>
            <translation>{complaint} Ponga el reloj en hora y luego cambie el plan.</translation>
        </message>
        <message>
            <source>{day} has not begun yet; enter its figures when it has.</source>
            <translation>{day} aún no ha empezado; registre sus cifras cuando empiece.</translation>
        </message>
        <message>
            <source>{day} is over and keeps its target; a target is set from today or a later day.</source>
            <translation>{day} ya pasó y conserva su objetivo; un objetivo vale desde hoy o más tarde.</translation>
        </message>
        <message>
            <source>{day} is over and keeps what it had; change today or a later day.</source>
            <translation>{day} ya pasó y conserva lo que tenía; cambie hoy o un día posterior.</translation>
        </message>
        <message>
            <source>{measure} cannot be less than none.</source>
            <translation>{measure} no puede ser menos que cero.</translation>
        </message>
    </context>
</TS>
