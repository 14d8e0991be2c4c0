import Casework

/// What the customer's page says of joining a programme by choice.
enum OwnJoiningWords: String, CustomerWords {
    case title = "A choice for you"
    case session = "You can hear how {1} can help you: {2}, {3}. {4}."
    case required = "You must go to a talk with {1}: {2}, {3}. {4}. If you cannot go, tell us before."
    case group = "In a group"
    case oneToOne = "One to one"
    case telephone = "By telephone"
    case byChoice = "You choose whether to go. Nothing changes if you do not."
    case told = "On {1} you were told what joining {2} changes."
    case think = "Take your time. You can say yes from {1}, and no at any time."
    case saidJoins = "You said on {1} that you join."
    case saidDeclines = "You said on {1} that you do not join. Nothing follows from that."
    case saidUndecided = "You said on {1} that you want more time."
    case decide = "Read it and decide"
    case formTitle = "Do you want to join?"
    case button = "Send my decision"
    case label = "What do you decide?"
    case joins = "I join"
    case declines = "I do not join"
    case declinesHint = "Nothing follows. You can change your mind."
    case undecided = "I want more time"
    case signed = "I have read this, and I understand what changes"
    case signedHint = "Tick this if you join. It stands for your signature."
    case words = "Why, if you want to say"
    case untold = "Nobody has told you yet what joining changes. Ask your adviser."
    case cannotGo = "I cannot go"
    case cannotGoTitle = "Tell us that you cannot go"
    case cannotGoHint = "Those who help you and {1} see that you cannot go. Those who help you read what you write."
    case cannotGoButton = "Send this"
    case saidCannotGo =
        "You said on {1} that you cannot go. We will find another time with you, if you still want to go."
    case cannotGoThanks = "Thank you. They know that you cannot go. You can see it here."
    case takenBack = "Your place at the talk with {1} was taken back: {2}, {3}. You do not need to go."
    case thanks = "Thank you. What you decided is written down. You can see it here."

    var welsh: String? {
        switch self {
        case .title: "Dewis i chi"
        case .session: "Gallwch glywed sut y gall {1} eich helpu: {2}, {3}. {4}."
        case .required:
            "Rhaid i chi fynd i sgwrs ({1}): {2}, {3}. {4}. Os na allwch fynd, dywedwch wrthym ymlaen llaw."
        case .group: "Mewn grŵp"
        case .oneToOne: "Un i un"
        case .telephone: "Dros y ffôn"
        case .byChoice: "Chi sy’n dewis a ydych am fynd. Nid oes dim yn newid os na fyddwch yn mynd."
        case .told: "Ar {1}, dywedwyd wrthych beth mae ymuno yn ei newid: {2}."
        case .think: "Cymerwch eich amser. Gallwch ddweud ie o {1} ymlaen, a gallwch ddweud na ar unrhyw adeg."
        case .saidJoins: "Dywedoch ar {1} eich bod yn ymuno."
        case .saidDeclines: "Dywedoch ar {1} nad ydych yn ymuno. Nid oes dim yn digwydd o ganlyniad i hynny."
        case .saidUndecided: "Dywedoch ar {1} eich bod eisiau mwy o amser."
        case .decide: "Darllen a phenderfynu"
        case .formTitle: "Ydych chi eisiau ymuno?"
        case .button: "Anfon fy mhenderfyniad"
        case .label: "Beth yw eich penderfyniad?"
        case .joins: "Rwy’n ymuno"
        case .declines: "Nid wyf yn ymuno"
        case .declinesHint: "Nid oes dim yn digwydd o ganlyniad. Gallwch newid eich meddwl."
        case .undecided: "Rwyf eisiau mwy o amser"
        case .signed: "Rwyf wedi darllen hwn, ac rwy’n deall beth sy’n newid"
        case .signedHint: "Ticiwch hwn os ydych yn ymuno. Mae’n cyfrif fel eich llofnod."
        case .words: "Pam, os ydych am ddweud"
        case .untold: "Nid oes neb wedi dweud wrthych eto beth mae ymuno yn ei newid. Gofynnwch i’ch cynghorydd."
        case .cannotGo: "Ni allaf fynd"
        case .cannotGoTitle: "Dweud wrthym na allwch fynd"
        case .cannotGoHint:
            "Mae’r rhai sy’n eich helpu yn gweld na allwch fynd, a {1} hefyd. Mae’r rhai sy’n eich helpu yn darllen yr hyn rydych yn ei ysgrifennu."
        case .cannotGoButton: "Anfon hwn"
        case .saidCannotGo:
            "Dywedoch ar {1} na allwch fynd. Byddwn yn dod o hyd i amser arall gyda chi, os ydych yn dal eisiau mynd."
        case .cannotGoThanks: "Diolch. Maent yn gwybod na allwch fynd. Gallwch ei weld yma."
        case .takenBack: "Cafodd eich lle yn y sgwrs gyda {1} ei gymryd yn ôl: {2}, {3}. Nid oes angen i chi fynd."
        case .thanks: "Diolch. Mae eich penderfyniad wedi’i nodi. Gallwch ei weld yma."
        }
    }

    static func format(_ format: SessionFormat) -> String {
        switch format {
        case .group: group()
        case .oneToOne: oneToOne()
        case .telephone: telephone()
        }
    }
}
