import Casework

/// What an application says that a service gets of what somebody told once: to them, and to those who read it there.
enum ApplicationWords: String, CustomerWords {
    case listTitle = "What I sent to several services"
    case listLead = "You told this once, and chose who sees it. You can stop it at any time."
    case listNone = "You have sent nothing to several services at once."
    case listNoneComes = "What each of them gets is kept here."
    case send = "Tell several services at once"
    case print = "To print"
    case title = "Application to {1}"
    case made = "As it stands on {1}."
    case whoTheyAre = "Name and birth date"
    case contact = "How to reach and talk"
    case work = "Work"
    case health = "Health"
    case household = "Home and family"
    case money = "Benefits"
    case name = "Name"
    case born = "Birth date"
    case number = "National Insurance number"
    case address = "Address"
    case phone = "Phone"
    case email = "E-mail"
    case needs = "How to talk and write"
    case called = "Likes to be called {1}"
    case interpreter = "Interpreter: {1}"
    case signLanguage = "British Sign Language"
    case speaks = "Speaks {1} best"
    case letters = "Letters: {1}"
    case nothingNeeded = "No interpreter, and letters as they are"
    case lives = "Lives with"
    case cares = "Cares for"
    case healthAndWork = "Health and work"
    case job = "Job"
    case volunteering = "Volunteering"
    case benefit = "Benefit"
    case since = "{1}, since {2}"
    case from = "From {1}, {2}."
    case themselves = "the person"
    case supporter = "somebody who acts for them"
    case notChecked = "Not checked yet."
    case still = "What {1} still asks"
    case notHeld = "Nothing is written down of this yet: {1}."
    case notSent = "This was not sent: {1}. They ask for it only if they need it."
    case ownForm = "Whatever else {1} needs to know, it asks for by itself."
    case why = "Why they see it"
    case agreed = "This was agreed on {1}, in these words: “to {2}”."
    case until = "It holds until {1}, and can be stopped at any time."
    case stopped = "This was stopped on {1}, so nothing of it is shown any more."
    case ended = "This ended after {1}, so nothing of it is shown any more."

    var welsh: String? {
        switch self {
        case .listTitle: "Yr hyn a anfonais at sawl gwasanaeth"
        case .listLead: "Dywedoch hyn unwaith, a dewis pwy sy’n ei weld. Gallwch roi’r gorau iddo ar unrhyw adeg."
        case .listNone: "Nid ydych wedi anfon dim at sawl gwasanaeth ar unwaith."
        case .listNoneComes: "Cedwir yma yr hyn y mae pob un yn ei gael."
        case .send: "Dweud wrth sawl gwasanaeth ar unwaith"
        case .print: "I’w argraffu"
        case .title: "Cais i {1}"
        case .made: "Fel y mae ar {1}."
        case .whoTheyAre: "Enw a dyddiad geni"
        case .contact: "Sut i gysylltu a siarad"
        case .work: "Gwaith"
        case .health: "Iechyd"
        case .household: "Cartref a theulu"
        case .money: "Budd-daliadau"
        case .name: "Enw"
        case .born: "Dyddiad geni"
        case .number: "Rhif Yswiriant Gwladol"
        case .address: "Cyfeiriad"
        case .phone: "Ffôn"
        case .email: "E-bost"
        case .needs: "Sut i siarad ac ysgrifennu"
        case .called: "Enw a ffefrir: {1}"
        case .interpreter: "Cyfieithydd: {1}"
        case .signLanguage: "Iaith Arwyddion Prydain"
        case .speaks: "Yr iaith a siaredir orau: {1}"
        case .letters: "Llythyrau: {1}"
        case .nothingNeeded: "Dim cyfieithydd, a llythyrau fel y maent"
        case .lives: "Yn byw gyda"
        case .cares: "Yn gofalu am"
        case .healthAndWork: "Iechyd a gwaith"
        case .job: "Swydd"
        case .volunteering: "Gwirfoddoli"
        case .benefit: "Budd-dal"
        case .since: "{1}, ers {2}"
        case .from: "Gan {1}, {2}."
        case .themselves: "y person"
        case .supporter: "rhywun sy’n gweithredu ar ran y person"
        case .notChecked: "Heb ei wirio eto."
        case .still: "Yr hyn y mae {1} yn dal i’w ofyn"
        case .notHeld: "Nid oes dim wedi’i ysgrifennu am hyn eto: {1}."
        case .notSent: "Ni anfonwyd hyn: {1}. Byddant yn gofyn amdano dim ond os oes ei angen."
        case .ownForm: "Beth bynnag arall y mae angen i {1} ei wybod, bydd yn gofyn amdano ei hun."
        case .why: "Pam maent yn ei weld"
        case .agreed: "Cytunwyd ar hyn ar {1}. Y pwrpas, fel y’i darllenwyd: “{2}”."
        case .until: "Mae’n para tan {1}, a gellir rhoi’r gorau iddo ar unrhyw adeg."
        case .stopped: "Rhoddwyd y gorau i hyn ar {1}, felly nid oes dim ohono i’w weld mwyach."
        case .ended: "Daeth hyn i ben ar ôl {1}, felly nid oes dim ohono i’w weld mwyach."
        }
    }

    /// What a part of it is about.
    static func part(_ kind: Casework.Category) -> String {
        switch kind {
        case .identity: whoTheyAre()
        case .contact: contact()
        case .work: work()
        case .health: health()
        case .household: household()
        case .money: money()
        // No packet holds any other.
        default: kind.said
        }
    }

    /// What is on record of somebody's needs, for those who read it at the service.
    static func said(_ needs: CommunicationNeeds) -> String {
        var parts: [String] = []
        switch needs.interpreter {
        case .spoken: parts.append(interpreter(needs.spokenLanguage ?? ""))
        case .signed: parts.append(interpreter(signLanguage()))
        case nil: break
        }
        if needs.interpreter != .spoken, let language = needs.spokenLanguage { parts.append(speaks(language)) }
        if !needs.formats.isEmpty {
            parts.append(letters(needs.formats.map { NeedsWords.format($0).inSentence }.joined(separator: ", ")))
        }
        if parts.isEmpty { parts.append(nothingNeeded()) }
        if let called = needs.called { parts.insert(self.called(called), at: 0) }
        return parts.joined(separator: ". ")
    }

    /// What stands beside something that was told.
    static func label(_ kind: ChangeKind) -> String {
        switch kind {
        case .address: address()
        case .phone: phone()
        case .email: email()
        case .household: lives()
        case .caring: cares()
        case .health: healthAndWork()
        case .benefit: benefit()
        case .work: job()
        case .volunteering: volunteering()
        case .convictions: CategoryWords.convictions()
        }
    }
}
