/// What the letter says that answers somebody who asked, complained, or asked about their record, and the e-mail that an
/// answer waits.
public enum AnswerWords: String, CustomerWords {
    case question = "You asked us this on {1}:"
    case complaint = "You complained to us on {1}:"
    case copyAsked = "On {1} you asked for a copy of your record."
    case correctionAsked = "On {1} you asked for something on your record to be put right."
    case erasureAsked = "On {1} you asked to be erased from our records."
    case yourWords = "You said:"
    case answer = "This is our answer:"
    case copyHere = "The copy comes with this letter."
    case corrected = "We put it right on {1}. What stood before is kept beside it."
    case refused = "We have not done this. {1}."
    case statement =
        "You can give us a statement of your own. It then stands beside what was not changed, for everybody who reads it."
    case rights =
        "If you think this is wrong, you can complain to us, or to the Information Commissioner: ico.org.uk, 0303 123 1113. You can also go to court."
    case ring = "Is something not clear, or not right? Then ring us on {1}."
    case talk = "Is something not clear, or not right? Then talk to us."
    case mailSubject = "There is an answer for you"
    case mail = "There is an answer for you on your own page. Here it is:"

    public var welsh: String? {
        switch self {
        case .question: "Gofynasoch hyn i ni ar {1}:"
        case .complaint: "Cwynasoch wrthym ar {1}:"
        case .copyAsked: "Ar {1} gofynasoch am gopi o’ch cofnod."
        case .correctionAsked: "Ar {1} gofynasoch am gywiro rhywbeth ar eich cofnod."
        case .erasureAsked: "Ar {1} gofynasoch am gael eich dileu o’n cofnodion."
        case .yourWords: "Dywedasoch:"
        case .answer: "Dyma ein hateb:"
        case .copyHere: "Mae’r copi gyda’r llythyr hwn."
        case .corrected: "Cywirwyd hyn gennym ar {1}. Cedwir yr hyn oedd yno o’r blaen wrth ei ymyl."
        case .refused: "Nid ydym wedi gwneud hyn. {1}."
        case .statement:
            "Gallwch roi eich datganiad eich hun i ni. Bydd wedyn yn sefyll wrth ymyl yr hyn na chafodd ei newid, i bawb sy’n ei ddarllen."
        case .rights:
            "Os ydych yn meddwl bod hyn yn anghywir, gallwch gwyno wrthym ni, neu wrth y Comisiynydd Gwybodaeth: ico.org.uk, 0303 123 1113. Gallwch hefyd fynd i’r llys."
        case .ring: "Oes rhywbeth yn aneglur, neu heb fod yn iawn? Yna ffoniwch ni ar {1}."
        case .talk: "Oes rhywbeth yn aneglur, neu heb fod yn iawn? Yna siaradwch â ni."
        case .mailSubject: "Mae ateb i chi"
        case .mail: "Mae ateb i chi ar eich tudalen eich hun. Dyma hi:"
        }
    }
}
