import Foundation
import Testing

@testable import Web

@Suite("What the API serves, beside what the program can do")
struct APICoverageTests {
    /// Commands that an operation sends which is no form.
    private static let sentBy = [
        "RegisterCustomer": "registerCustomer", "SaveAnswers": "sendAnswers", "AskRight": "askRight",
        "ReviewCopy": "reviewCopy", "ReleaseCopy": "giveCopy",
    ]
    /// Commands that no operation sends, and why.
    private static let notSent = [
        "RecordUndelivered": "recorded by the worker that sends letters",
        "RecordBounce": "recorded by the worker that sends letters",
        "RecordUntold": "recorded by the worker that sends letters",
        "RecordUntoldOfKeeper": "recorded by the worker that sends letters",
        "RecordUntoldOfEnd": "recorded by the worker that sends letters",
        "AskForLink": "sends a letter to whoever lost their link; a program has no use for one",
    ]

    @Test("Every command is sent by an operation, or is one of the few that say why not")
    func commands() throws {
        let declared = try Self.declaredCommands()
        #expect(declared.count > 100, "The rules were read")
        let operations = Set(Operation.all.map(\.id))
        #expect(Self.sentBy.values.filter { !operations.contains($0) } == [])
        let byForm = Set(CaseForms.all.map { Self.command(of: $0) } + OwnForms.all.map { Self.command(of: $0) })
        let sent = byForm.union(Self.sentBy.keys)
        let left = declared.subtracting(sent).subtracting(Self.notSent.keys)
        #expect(left.sorted() == [], "Give each a form or an operation, or say here why it has none")
        #expect(Self.notSent.keys.filter { sent.contains($0) || !declared.contains($0) } == [])
    }

    private static func command<Form: CaseForm>(of form: Form.Type) -> String { "\(Form.Command.self)" }
    private static func command<Form: OwnForm>(of form: Form.Type) -> String { "\(Form.Command.self)" }

    /// What any room declares as a command about a case, by name.
    private static func declaredCommands() throws -> Set<String> {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Sources")
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        var found: Set<String> = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            let declared = /(?:struct|enum|extension) (\w+): [\w, ]*\b(?:Case|Paired|Surrounded)Command\b/
            for match in text.matches(of: declared) { found.insert(String(match.1)) }
        }
        return found
    }

    /// What a page shows, by the operation that answers with it or takes what is sent from it.
    private static let readBy: [SiteURL.Route: String] = [
        .today: "readToday", .shared: "readShared", .caseload: "readCaseload", .inbox: "readInbox", .chain: "readDesk",
        .advisers: "readAdvisers", .safetyNotices: "readSafetyNotices", .paper: "readPaperFiles",
        .moveToPaper: "moveToPaper", .sessions: "readSessions",
        .session: "readSession",
        .search: "findCustomers", .register: "registerCustomer", .customer: "readCustomer", .looks: "readLooks",
        .journey: "readJourney", .form: "ask-book", .itemForm: "ask-attend", .assessment: "readCustomer",
        .assessmentOf: "readAssessment", .assessmentPart: "askAnswers", .sharing: "readSharing",
        .circumstances: "readCircumstances", .duplicates: "readDuplicates", .requests: "readRequests",
        .rights: "readRights", .ask: "askRight", .request: "readRequest", .copyPage: "readCopyPage",
        .copyData: "readCopy", .plan: "readPlan", .planSheet: "readPlan", .planText: "readPlan",
        .firstMeetingText: "readCustomer",
        .sessionLetter: "readJoining", .answerLetter: "readVoices",
        .application: "readApplications", .meApplications: "readApplications",
        .document: "readDocument", .payments: "readPayments", .line: "readLine", .why: "readCustomerPayments",
        .code: "readCode", .meCode: "readCode", .welcomeLink: "makeOwnToken", .me: "readCustomer",
        .mePlan: "readPlan", .mePlanSheet: "readPlan", .meJourney: "readJourney", .meChanged: "readJourney",
        .mePeople: "readPeople", .meSharing: "readSharing", .meLooks: "readLooks", .meQuestions: "readVoices",
        .meTell: "readCircumstances", .meStanding: "readCustomer", .meLetters: "readLetters",
        .meDuties: "readDuties", .meForm: "ask-own-ask",
        .meItemForm: "ask-own-move", .areas: "readAreas", .draws: "readDraws", .shares: "setShares",
        .instruments: "readAssessmentReport", .blankQuestions: "readInstrument",
    ]
    /// Pages that no operation stands beside, and why.
    private static let notRead: [SiteURL.Route: String] = [
        .home: "leads to other pages", .signIn: "a program has a token", .signOut: "a program has a token",
        .signInCode: "a program has a token", .signInSetUp: "shows a secret, to a person",
        .signInCodes: "shows a secret, to a person", .newSignInKey: "makes a secret, for a person",
        .endSignInCodes: "asks for a password, of a person",
        .actAs: "a token acts in one position", .keys: "help with a keyboard", .health: "is JSON for machines already",
        .clock: "moves the time of made-up people", .api: "describes this", .apiDescription: "describes this",
        .tokens: "shows a secret, to a person", .endToken: "would let a token end others",
        .receivers: "shows a secret, to a person", .endReceiver: "says where what happens is sent, by a person",
        .journeys: "drawings; the logs they are made of are exported on the machine",
        .welcome: "a page to type a code on", .welcomeAsk: "sends a letter to whoever lost their link",
        .language: "of the pages alone", .meHelpNow: "numbers to ring, for a person",
    ]

    @Test("Every page has an operation that says the same, or is one of those that say why not")
    func pages() {
        let operations = Set(Operation.all.map(\.id))
        let known = Set(Self.readBy.keys).union(Self.notRead.keys)
        let left = SiteURL.Route.allCases.filter { !known.contains($0) }.map(\.rawValue)
        #expect(left == [], "Give each an operation, or say here why it has none")
        #expect(Self.readBy.values.filter { !operations.contains($0) }.sorted() == [])
        #expect(Set(Self.readBy.keys).intersection(Self.notRead.keys).isEmpty)
    }
}
