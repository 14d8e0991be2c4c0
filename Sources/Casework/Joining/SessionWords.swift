/// What the letter about an information session says.
enum SessionWords: String, CustomerWords {
    case invited = "An invitation to a talk"
    case required = "A talk that you must go to"
    case about = "You will hear about {1}: what it could do for you, and what would change if you joined."
    case with = "With: {1}"
    case group = "Where: {1}, in a group"
    case telephone = "Where: by phone. Who will ring you: {1}."
    case may = "You choose whether to go. You lose nothing if you do not, and your benefit stays the same."
    case must =
        "You must go. If you do not, we first ask you why. A decision maker may then look at your reasons. If they find no good reason, your benefit could be cut for some weeks."
    case cannot = "If you cannot go, tell us before it starts. We will find another time."
    case takenBack = "Your place at a talk is taken back"
    case noLonger = "You had a place at a talk with {1}: {2} at {3}. You do not need to go to it now."
    case another = "You lose nothing by this, and your benefit stays the same. We may find you another time."
    case ring = "To ask about this, to get help to go, or to have this letter in another form, ring us on {1}."
    case talk = "To ask about this, to get help to go, or to have this letter in another form, talk to us."

    var welsh: String? {
        switch self {
        case .invited: "Gwahoddiad i sgwrs"
        case .required: "Sgwrs y mae’n rhaid i chi fynd iddi"
        case .about:
            "Byddwch yn clywed am hyn: {1}. Cewch glywed beth y gallai ei wneud i chi, a beth fyddai’n newid pe baech yn ymuno."
        case .with: "Gyda: {1}"
        case .group: "Ble: {1}, mewn grŵp"
        case .telephone: "Ble: dros y ffôn. Pwy fydd yn eich ffonio: {1}."
        case .may:
            "Chi sy’n dewis a ydych am fynd. Nid ydych yn colli dim os na fyddwch yn mynd, ac mae eich budd-dal yn aros yr un fath."
        case .must:
            "Rhaid i chi fynd. Os na fyddwch yn mynd, byddwn yn gofyn i chi pam yn gyntaf. Yna efallai y bydd penderfynwr yn edrych ar eich rhesymau. Os na fydd yn gweld rheswm da, gallai eich budd-dal gael ei dorri am rai wythnosau."
        case .cannot: "Os na allwch fynd, dywedwch wrthym cyn iddi ddechrau. Byddwn yn dod o hyd i amser arall."
        case .takenBack: "Mae eich lle mewn sgwrs wedi’i gymryd yn ôl"
        case .noLonger: "Roedd gennych le mewn sgwrs gyda {1}: {2}, {3}. Nid oes angen i chi fynd iddi bellach."
        case .another:
            "Nid ydych yn colli dim oherwydd hyn, ac mae eich budd-dal yn aros yr un fath. Efallai y byddwn yn dod o hyd i amser arall i chi."
        case .ring:
            "I ofyn am hyn, i gael help i fynd, neu i gael y llythyr hwn ar ffurf arall, ffoniwch ni ar {1}."
        case .talk: "I ofyn am hyn, i gael help i fynd, neu i gael y llythyr hwn ar ffurf arall, siaradwch â ni."
        }
    }
}
