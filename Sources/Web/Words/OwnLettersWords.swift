import Casework

/// What the customer's page says of the letters that they were given.
enum OwnLettersWords: String, CustomerWords {
    case title = "My letters"
    case lead = "Letters that are kept, word for word. Reminders and some e-mails are not among them."
    case nothing = "No letter to you is kept yet."
    case nothingComes = "When you are given one, you can read it again here."
    case notice = "Letter that says you must come to an appointment on {1}"
    case invitation = "Letter that invites you to an appointment on {1}"
    case step = "Letter about a step to do by {1}"
    case holder = "Who is helping you"
    case keeper = "Who keeps your record"
    case session = "Letter that invites you to a talk on {1}"
    case sessionRequired = "Letter that says you must go to a talk on {1}"
    case sessionOff = "Letter that says you need not go to a talk"
    case joining = "What joining changes for you"
    case ending = "The end of the programme"
    case from = "From {1}, {2}."
    case changed = "This has changed since."
    case notReached = "It did not reach you by e-mail."
    case open = "Open"
    case large = "Open in large print"
    case read = "Read the letter"

    var welsh: String? {
        switch self {
        case .title: "Fy llythyrau"
        case .lead: "Llythyrau a gedwir, air am air. Nid yw negeseuon atgoffa na rhai e-byst yn eu plith."
        case .nothing: "Nid oes llythyr atoch wedi’i gadw eto."
        case .nothingComes: "Pan gewch un, gallwch ei ddarllen eto yma."
        case .notice: "Llythyr sy’n dweud bod rhaid i chi ddod i apwyntiad ar {1}"
        case .invitation: "Llythyr sy’n eich gwahodd i apwyntiad ar {1}"
        case .step: "Llythyr am gam i’w wneud erbyn {1}"
        case .holder: "Pwy sy’n eich helpu"
        case .keeper: "Pwy sy’n cadw eich cofnod"
        case .session: "Llythyr sy’n eich gwahodd i sgwrs ar {1}"
        case .sessionRequired: "Llythyr sy’n dweud bod rhaid i chi fynd i sgwrs ar {1}"
        case .sessionOff: "Llythyr sy’n dweud nad oes angen i chi fynd i sgwrs"
        case .joining: "Beth mae ymuno yn ei newid i chi"
        case .ending: "Diwedd y rhaglen"
        case .from: "Oddi wrth {1}, {2}."
        case .changed: "Mae hyn wedi newid ers hynny."
        case .notReached: "Ni chyrhaeddodd chi drwy e-bost."
        case .open: "Agor"
        case .large: "Agor mewn print bras"
        case .read: "Darllen y llythyr"
        }
    }

    /// What a letter is about.
    static func about(_ letter: KeptLetter) -> String {
        let day = letter.about ?? letter.day
        return switch letter.kind {
        case .notice: notice(day)
        case .invitation: invitation(day)
        case .step: step(day)
        case .holder: holder()
        case .keeper: keeper()
        case .session: letter.requires ? sessionRequired(day) : session(day)
        case .sessionOff: sessionOff()
        case .joining: joining()
        case .ending: ending()
        }
    }
}
