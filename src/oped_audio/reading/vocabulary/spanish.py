"""Spanish. Pure data."""

from oped_audio.reading.vocabulary.english import WORDS as ENGLISH
from oped_audio.reading.vocabulary.words import Vocabulary, lines, words

WORDS = Vocabulary(
    about_author="Sobre el autor",
    about_author_headings=frozenset(
        lines("""sobre el autor
        sobre la autora
        sobre los autores
        acerca del autor
        acerca de la autora
        el autor
        la autora""")
    ),
    bylines=("escrito por", "una columna de", "texto de", "por"),
    the_author=("el autor", "la autora", "los autores", "las autoras"),
    present_verbs=words(
        """es son enseña enseñan escribe escriben trabaja trabajan dirige dirigen vive viven preside
        estudia colabora ha han tiene investiga"""
    ),
    past_verbs=words("era eran fue fueron enseñó escribió trabajó dirigió fundó"),
    be=words("es son era eran fue"),
    after_be=words("un una el la los actualmente también autor autora miembro"),
    adverbs=words("actualmente hoy también antes recientemente"),
    roles=words(
        """abogada abogado activista agricultor agricultora alcalde alcaldesa analista antropóloga
        antropólogo arquitecta arquitecto artista autor autora bióloga biólogo catedrática
        catedrático científica científico columnista consejera consejero consultor consultora
        corresponsal crítica crítico decana decano diputada diputado directora director doctora
        doctor economista editora editor embajador embajadora ensayista escritora escritor
        estudiante filósofa filósofo física físico fundadora fundador historiadora historiador
        ingeniera ingeniero investigadora investigador jueza juez jurista maestra maestro médica
        médico miembro ministra ministro novelista periodista piloto poeta politóloga politólogo
        presidenta presidente profesora profesor psicóloga psicólogo redactora redactor reportera
        reportero senadora senador socióloga sociólogo traductora traductor"""
    ),
    first_person=words(
        "nosotros nosotras nuestro nuestra nuestros nuestras nos yo me mi mis usted"
    ),
    note_starts=lines("""copyright
        ©
        las opiniones expresadas
        este artículo
        este texto
        esta columna
        traducción de
        traducido por
        publicado originalmente"""),
    not_standfirst_starts=lines("""nota del editor
        nota de la redacción
        querido
        querida
        estimado
        nota:
        corrección
        fe de errores"""),
    continuations=words(
        """pero y así sin embargo él ella ellos ellas su sus entonces luego además también no obstante
        tampoco porque"""
    ),
    conjunction="y",
    name_suffixes=ENGLISH.name_suffixes,
    titles=words("dr dra prof profesor profesora sr sra srta don doña lic ing"),
    particles=words("de la las los del y e da dos van von"),
    small_words=words(
        """el la los las un una unos unas y e o u de del a al en con por para sin sobre entre que
        como no se su"""
    ),
    abbreviations=words(
        """sr sra srta dr dra prof etc pág p pp núm n art vol ed ee.uu ud uds av ene feb mar abr may
        jun jul ago sep sept oct nov dic aprox"""
    ),
    months=words(
        """enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre
        diciembre ene feb mar abr may jun jul ago sep sept oct nov dic"""
    ),
    calendar=words(
        """lunes martes miércoles jueves viernes sábado domingo de del el a las h publicado
        actualizado última actualización"""
    ),
    furniture=lines("""publicidad
        lea también
        lee también
        ver también
        compartir
        suscríbase
        suscríbete
        tabla
        figura
        gráfico
        fuente:
        fuentes:
        foto:"""),
    salutations=("querido", "querida", "estimado", "estimada", "señor director", "atentamente"),
    questions=words("qué quién quiénes cuál cuáles por cómo dónde cuándo cuánto cuánta es hay"),
    pointing=words(
        """él ella ellos ellas lo la los las le les su sus este esta esto estos estas ese esa eso
        nosotros nuestro nuestra yo mi usted"""
    ),
    answers=words(
        """no sí porque quizá quizás tal nunca nadie nada jamás ciertamente claro exactamente solo
        ninguno ninguna tampoco desde"""
    ),
    pictures=lines("""créditos
        crédito
        fotografías
        fotografía
        fotos
        foto
        imágenes
        imagen
        ilustraciones
        ilustración
        infografía"""),
    sources=("de", "por", "cortesía de", "vía", "©"),
    bare_sources=("cortesía de",),
    picture_kinds=("archivo",),
    agencies=ENGLISH.agencies | frozenset(("europa press", "notimex", "télam", "cuartoscuro")),
    undescribed="Imagen sin descripción",
    notes="Notas",
    notes_headings=words("notas referencias"),
    editors_notes=(
        *("nota del editor", "nota de la editora", "nota de la redacción", "n. del e."),
        *("corrección", "fe de errores", "aclaración"),
    ),
    left_out=lines("""lea también
        lee también
        lea más
        leer más
        leer también
        lee más
        seguir leyendo
        continuar leyendo
        ver también
        vea también
        te puede interesar
        le puede interesar
        también te puede interesar
        más información
        artículos relacionados
        noticias relacionadas
        temas relacionados
        lo más leído
        más leídas
        publicidad
        compartir en
        comparte este
        compartir este
        suscríbete
        suscríbase
        regístrate
        regístrese
        síguenos
        síganos
        recibe nuestro
        volver arriba
        imprimir
        escucha este artículo"""),
    debris=ENGLISH.debris
    | words(
        """compartir comparte imprimir guardar enviar comentar comentarios comentario publicidad
        escuchar boletín suscripción menú buscar entrar me gusta correo copiar enlace"""
    ),
    reading_time=(
        r"(?:tiempo de lectura:? ?)?\d{1,3} min(?:utos?)?\.?(?: de lectura)?",
        r"tiempo de lectura:?.{0,20}",
    ),
    kickers=frozenset(
        lines("""opinión
        tribuna
        editorial
        columna
        análisis
        debate
        punto de vista
        ideas
        ensayo
        cartas al director
        artículo de opinión
        la cuarta página""")
    ),
    dateline_words=lines("""publicado
        publicada
        actualizado
        última actualización
        fecha:"""),
    parts=words("parte capítulo sección libro acto"),
    ordinals=words(
        "uno una dos tres cuatro cinco seis siete ocho nueve diez primera segunda tercera"
    ),
)
