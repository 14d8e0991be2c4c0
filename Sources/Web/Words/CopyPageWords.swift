import Casework

/// What the copy of a record says as a page to keep.
enum CopyPageWords: String, CustomerWords {
    case title = "The record of {1}, {2}"
    case heading = "Your record"
    case made = "{1}. Made on {2}."
    case draft = "A draft, not to be given out."
    case unread = "Texts that somebody has still to read: {1}."
    case happened = "What happened, the first thing first"
    case happenedNote = "Everything that was recorded, by whom, and the words that were written."
    case inEnglish = "What staff wrote, and the codes, are in the words they were written in."
    case end = "This is the end of the record as it stood on {1}."
    case onDay = "{1}: {2}"
    case covered = "{1}: covered. {2}."
    case recorded = "{1}, recorded on {2}"
    case asRecorded = "As recorded:"
    case papers = "Pictures and files that were kept"
    case papersNote = "Each is here whole. A file is kept on your machine when you open it."
    case openPaper = "Open the file {1}"

    var welsh: String? {
        switch self {
        case .title: "Cofnod {1}, {2}"
        case .heading: "Eich cofnod"
        case .made: "{1}. Gwnaed ar {2}."
        case .draft: "Drafft, nid i’w roi i neb."
        case .unread: "Testunau nad oes neb wedi’u darllen eto: {1}."
        case .happened: "Beth ddigwyddodd, y peth cyntaf yn gyntaf"
        case .happenedNote: "Popeth a gofnodwyd, gan bwy, a’r geiriau a ysgrifennwyd."
        case .inEnglish: "Mae’r hyn a ysgrifennodd staff, a’r codau, yn y geiriau y cawsant eu hysgrifennu ynddynt."
        case .end: "Dyma ddiwedd y cofnod fel yr oedd ar {1}."
        case .onDay: "{1}: {2}"
        case .covered: "{1}: wedi’i guddio. {2}."
        case .recorded: "{1}, cofnodwyd ar {2}"
        case .asRecorded: "Fel y’i cofnodwyd:"
        case .papers: "Lluniau a ffeiliau a gadwyd"
        case .papersNote: "Mae pob un yma’n gyfan. Cedwir ffeil ar eich peiriant pan fyddwch yn ei hagor."
        case .openPaper: "Agor y ffeil {1}"
        }
    }
}
