/// What somebody reads of how to talk with them and write to them: on their own page, and in the copy of their record.
public enum NeedsWords: String, CustomerWords {
    case title = "How we talk with you and write to you"
    case lead = "Those who help you see this. You can change it at any time."
    case notSaid = "Nobody has asked you yet."
    case say = "Say what you need"
    case called = "What do you like to be called?"
    case calledHint = "If it is not your first name. Letters still have your full name."
    case need = "Do you need an interpreter?"
    case no = "No"
    case yesSpoken = "Yes, for the language I speak"
    case yesSigned = "Yes, for British Sign Language"
    case language = "Which language do you speak best?"
    case languageHint = "We book an interpreter who speaks it."
    case letters = "How do you want your letters?"
    case lettersHint = "Tick all that help you. Leave it empty if you want them as they are."
    case largePrint = "In large print"
    case easyRead = "In easy read"
    case audio = "Read out, to listen to"
    case braille = "In Braille"
    case button = "Send my answer"
    case thanks = "Thank you. It is written down, and those who help you see it."
    case likes = "You like to be called {1}."
    case spoken = "You need an interpreter: {1}."
    case signed = "You need an interpreter for British Sign Language."
    case speaks = "You speak {1} best."
    case formats = "Your letters: {1}."
    case nothing = "You need no interpreter, and want letters as they are."
    case booked = "An interpreter is booked for it."
    case without = "There is no interpreter for it. This is why: “{1}”"

    public var welsh: String? {
        switch self {
        case .title: "Sut rydym yn siarad â chi ac yn ysgrifennu atoch"
        case .lead: "Mae’r rhai sy’n eich helpu yn gweld hyn. Gallwch ei newid ar unrhyw adeg."
        case .notSaid: "Nid oes neb wedi gofyn i chi eto."
        case .say: "Dweud beth sydd ei angen arnoch"
        case .called: "Beth hoffech gael eich galw?"
        case .calledHint: "Os nad eich enw cyntaf ydyw. Bydd eich enw llawn yn dal ar lythyrau."
        case .need: "Oes angen cyfieithydd arnoch?"
        case .no: "Nac oes"
        case .yesSpoken: "Oes, ar gyfer yr iaith rwyf yn ei siarad"
        case .yesSigned: "Oes, ar gyfer Iaith Arwyddion Prydain"
        case .language: "Pa iaith ydych chi’n ei siarad orau?"
        case .languageHint: "Byddwn yn trefnu cyfieithydd sy’n ei siarad."
        case .letters: "Sut hoffech gael eich llythyrau?"
        case .lettersHint: "Ticiwch bopeth sy’n eich helpu. Gadewch ef yn wag os ydych am eu cael fel y maent."
        case .largePrint: "Mewn print bras"
        case .easyRead: "Mewn fersiwn hawdd ei ddeall"
        case .audio: "Wedi’u darllen yn uchel, i wrando arnynt"
        case .braille: "Mewn Braille"
        case .button: "Anfon fy ateb"
        case .thanks: "Diolch. Mae wedi’i nodi, ac mae’r rhai sy’n eich helpu yn ei weld."
        case .likes: "Hoffech gael eich galw’n {1}."
        case .spoken: "Mae angen cyfieithydd arnoch: {1}."
        case .signed: "Mae angen cyfieithydd Iaith Arwyddion Prydain arnoch."
        case .speaks: "Rydych yn siarad yr iaith hon orau: {1}."
        case .formats: "Eich llythyrau: {1}."
        case .nothing: "Nid oes angen cyfieithydd arnoch, ac rydych am gael llythyrau fel y maent."
        case .booked: "Mae cyfieithydd wedi’i drefnu ar ei gyfer."
        case .without: "Nid oes cyfieithydd ar ei gyfer. Dyma pam: “{1}”"
        }
    }

    /// What a format is called to the person.
    public static func format(_ format: LetterFormat) -> String {
        switch format {
        case .largePrint: largePrint()
        case .easyRead: easyRead()
        case .audio: audio()
        case .braille: braille()
        }
    }

    /// What is on record of somebody's needs, in sentences to them.
    public static func said(_ needs: CommunicationNeeds) -> String {
        var parts: [String] = []
        switch needs.interpreter {
        case .spoken: parts.append(spoken(needs.spokenLanguage ?? ""))
        case .signed: parts.append(signed())
        case nil: break
        }
        if needs.interpreter != .spoken, let language = needs.spokenLanguage { parts.append(speaks(language)) }
        if !needs.formats.isEmpty {
            parts.append(formats(needs.formats.map { format($0).inSentence }.joined(separator: ", ")))
        }
        if parts.isEmpty { parts.append(nothing()) }
        if let called = needs.called { parts.insert(likes(called), at: 0) }
        return parts.joined(separator: " ")
    }

    /// What was said of an interpreter for one of their meetings.
    public static func said(_ interpreter: MeetingInterpreter) -> String {
        interpreter.answer == .booked ? booked() : without(interpreter.why?.text ?? "")
    }
}
