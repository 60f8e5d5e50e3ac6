"""English. Pure data."""

from oped_audio.reading.vocabulary.words import Vocabulary, lines, words

WORDS = Vocabulary(
    about_author="About the author",
    about_author_headings=frozenset(
        lines("""about the author
        about the authors
        about the writer
        about the contributor
        the author
        the authors""")
    ),
    bylines=(
        *("commentary by", "interview by", "written by", "opinion by", "story by", "words by"),
        *("essay by", "text by", "by"),
    ),
    the_author=("the author", "the writer", "the columnist", "the authors", "the writers"),
    present_verbs=words(
        """is are teaches teach writes write works work serves serve has have holds hold directs
        direct leads lead chairs chair edits edit covers cover reports lives live studies study
        researches heads head runs run hosts contributes specialises specializes practises
        practices advises lectures manages farms coordinates"""
    ),
    past_verbs=words(
        """was were served taught worked wrote led founded co-founded cofounded directed held
        headed edited reported covered studied retired chaired commanded played coached managed"""
    ),
    be=words("is are was were"),
    after_be=words("a an the at one currently now also author editor co-author"),
    adverbs=words("currently now also formerly previously both recently"),
    roles=words(
        """academic activist adviser advisor ambassador analyst anthropologist architect
        artist associate astronomer attorney author barrister biologist broadcaster
        campaigner candidate chair chairman chairwoman chancellor chief chemist
        climatologist co-author co-founder columnist commentator commissioner conductor
        consultant contributor coordinator correspondent councillor councilor critic
        dean demographer deputy designer diplomat director doctor ecologist economist
        editor educator engineer entrepreneur epidemiologist executive farmer fellow
        filmmaker founder geographer governor head historian host journalist judge
        lawyer lecturer legislator librarian linguist manager mathematician mayor member
        minister musician novelist nurse officer partner philosopher photographer
        physician physicist pilot planner playwright poet president principal producer
        professor psychologist publisher reader reporter researcher scholar scientist
        secretary senator sociologist solicitor specialist spokesperson strategist
        student surgeon teacher technologist translator treasurer trustee urbanist
        veterinarian winner writer"""
    ),
    first_person=words("we our us my me you your we’re we've we’ve we're"),
    note_starts=lines("""copyright
        ©
        the views expressed
        the views and opinions
        views expressed
        the opinions expressed
        opinions expressed
        this article was
        this article first
        this article originally
        this piece was
        this essay was
        originally published
        first published
        do you have an opinion on the issues
        have an opinion on anything you have read
        have a question
        have a comment
        have a tip
        do you have a
        email us
        send letters
        send us
        to respond to this
        a version of this
        translated by
        follow
        contact
        for more
        disclaimer"""),
    not_standfirst_starts=lines("""editor’s note
        editor's note
        editors’ note
        editors' note
        dear
        note:
        correction"""),
    continuations=words(
        """but and yet so however he she they his her their instead still nor or then therefore
        thus moreover furthermore meanwhile nevertheless nonetheless consequently"""
    ),
    conjunction="and",
    name_suffixes=words(
        """jr sr ii iii iv phd md esq obe cbe mbe mp qc kc frs jd llm llb edd mph mba msc bsc rn np dds dvm
        dphil psyd drph mbbs frcp frcgp facp facs frsa fsa mpp mpa mfa msw cfa cpa usn usmc usaf raf dbe kbe"""
    ),
    titles=words(
        """dr prof professor mr mrs ms sir dame lord lady rev sen gov gen col capt rep cdr cmdr lt maj
        adm sgt cllr hon judge justice smt shri ambassador amb brig msgr"""
    ),
    particles=words(
        "de la van von der den del della da di do dos das du bin ibn al el le ten ter y e zu af"
    ),
    small_words=words(
        """a an and as at but by for from in into nor of off on onto or over per so than that the
        to up via vs with without"""
    ),
    abbreviations=words(
        """mr mrs ms dr prof st no vs jr sr inc co corp ltd gov sen rep gen col capt rev hon jan
        feb mar apr jun jul aug sep sept oct nov dec fig vol ch pp ed etc approx dept mt ft"""
    ),
    months=words(
        """january february march april may june july august september october november december
        jan feb mar apr jun jul aug sep sept oct nov dec"""
    ),
    calendar=words(
        """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs
        fri sat sun published updated posted last on at am pm gmt utc est edt et pst pdt cst cdt mst mdt bst cet cest st nd rd th of"""
    ),
    furniture=lines("""advertisement
        sponsored
        share this
        read more
        read next
        read also
        also read
        see also
        related
        subscribe
        sign up
        listen to
        watch:
        more from
        recommended
        most read
        continue reading
        special to
        figure
        fig.
        table
        chart
        source:
        sources:
        note:
        notes:
        photo:"""),
    salutations=("dear", "to the editor", "to the people", "to whom", "sincerely", "yours"),
    questions=words(
        """what who whom whose which why how where when is are was were can could should would will
        do does did must has have"""
    ),
    pointing=words(
        """it its this that these those they them their he him his she her we us our you your i me
        my such"""
    ),
    answers=words(
        """no not yes yeah because perhaps maybe hardly none nobody nothing never certainly
        of-course simple simply exactly absolutely well only nowhere neither probably both"""
    ),
    pictures=lines("""photo credit
        image credit
        picture credit
        video still
        photos
        photo
        photographs
        photograph
        photography
        pictures
        picture
        images
        image
        illustrations
        illustration
        artwork
        graphics
        graphic
        cartoon
        credits
        credit
        screenshot"""),
    sources=("courtesy of", "courtesy", "by", "from", "via", "©"),
    bare_sources=("courtesy of", "courtesy"),
    picture_kinds=("file", "cover", "main", "top", "lead", "header", "handout", "staff", "archive"),
    agencies=frozenset(
        lines("""afp
        ansa
        ap
        associated press
        the associated press
        alamy
        anadolu
        bloomberg
        cfp
        china daily
        cna
        dpa
        efe
        epa
        flickr
        getty
        getty images
        ians
        imago
        istock
        kyodo
        magnum
        pa
        pa wire
        pexels
        pti
        reuters
        shutterstock
        sipa
        tass
        ullstein
        unsplash
        upi
        vcg
        wikimedia commons
        xinhua
        yonhap
        zuma""")
    ),
    undescribed="Image without a description",
    notes="Notes",
    notes_headings=words("notes footnotes endnotes references"),
    editors_notes=(
        "editor’s note",
        "editor's note",
        "editors’ note",
        "editors' note",
        "editor’s update",
        "author’s note",
        "author's note",
        "correction",
        "clarification",
        "publisher’s note",
        "publisher's note",
    ),
    left_out=lines("""read more
        view original
        read the original
        read also
        read next
        read the full
        read full
        also read
        see also
        also see
        more from
        more on this
        explore more on
        discussion about this post
        start your substack
        get the app
        tags:
        tagged:
        topics:
        filed under
        more:
        related:
        related article
        related stories
        related story
        related coverage
        related content
        recommended for you
        recommended:
        you may also like
        you might also like
        most read
        most popular
        trending
        up next
        share this
        share on
        share via
        share the article
        tweet this
        print this
        email this
        pin it
        click here
        tap here
        subscribe to
        subscribe now
        subscribe for
        subscribe today
        sign up for
        sign up to
        sign up now
        sign up here
        sign in to
        log in to
        already a subscriber
        get our
        get the latest
        join our newsletter
        follow us
        like us on
        find us on
        advertisement
        story continues below
        article continues below
        continue reading
        continued on page
        scroll to continue
        skip to
        jump to
        loading
        supported by
        sponsored content
        sponsored by
        paid post
        this advertisement
        leave a comment
        comments are closed
        view comments
        show comments
        submit a letter
        download our app
        download the app
        listen to this article
        watch:
        watch now
        back to top
        return to homepage
        home |
        click to share"""),
    debris=words(
        """share tweet print email e-mail mail facebook twitter x linkedin whatsapp telegram reddit
        pinterest instagram flipboard bluesky mastodon threads copy link save bookmark comment
        comments listen subscribe advertisement advertisements ad related menu search login gift
        follow like likes paid restack restacks more messenger wechat weibo line pocket post"""
    ),
    reading_time=(
        r"(?:reading time:? )?(?:about )?\d{1,3}[ -]min(?:ute)?s?\.?(?: read(?:ing)?(?: time)?)?",
        r"(?:estimated )?reading time:?.{0,20}",
        r"\d+ (?:comments?|shares?|likes?|views?)",
        r"\d{1,2}[.,]?\d{3} words|\d{3} words",
    ),
    kickers=frozenset(
        lines("""opinion
        opinions
        op ed
        oped
        commentary
        comment
        comment is free
        editorial
        the editorial board
        analysis
        news analysis
        perspective
        perspectives
        viewpoint
        viewpoints
        guest essay
        guest column
        guest commentary
        guest opinion
        column
        columnist
        columns
        essay
        letters
        letter to the editor
        letters to the editor
        contributor
        voices
        ideas
        the big idea
        first person
        debate
        views
        the long read""")
    ),
    dateline_words=lines("""published
        first published
        updated
        last updated
        posted
        date:
        printed
        originally published"""),
    parts=words("part chapter section book act scene canto lesson letter no volume"),
    ordinals=words(
        """one two three four five six seven eight nine ten eleven twelve first second third fourth
        fifth sixth seventh eighth ninth tenth last"""
    ),
)
