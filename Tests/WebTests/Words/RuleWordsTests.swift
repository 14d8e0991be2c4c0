import Casework
import Foundation
import Kernel
import Testing

@testable import Web

@Suite("What the rules refuse on a customer’s own pages")
struct RuleWordsTests {
    /// Where the commands of those pages, and the rules they ask, are written.
    private static let files = [
        "Casework/Appointments/SayOfAppointment.swift", "Casework/Appointments/SaidAhead.swift",
        "Casework/Plan/PlanGoals.swift",
        "Casework/Plan/ProposeAction.swift", "Casework/Plan/AnswerAction.swift", "Casework/Plan/ChangeAction.swift",
        "Casework/Plan/MissAction.swift",
        "Casework/Plan/Plan+Finding.swift", "Casework/Plan/RequiredActions.swift",
        "Casework/Sharing/GiveConsent.swift", "Casework/Sharing/ConsentTerms+Sound.swift",
        "Casework/Sharing/ReleasePacket.swift",
        "Casework/Access/NameSupporter.swift", "Casework/Access/Access.swift",
        "Casework/Voice/RaiseVoice.swift", "Casework/Circumstances/ReportChange.swift",
        "Casework/Circumstances/AnswerChange.swift", "Casework/Circumstances/ConfirmContacts.swift",
        "Casework/Assessment/RateBarriers.swift",
        "Casework/Assessment/SayOfAssessment.swift",
        "Casework/Circumstances/StateBenefit.swift", "Casework/Customer/Identity.swift",
        "Casework/Customer/StateNeeds.swift", "Casework/Customer/CommunicationNeeds.swift",
        "Casework/Safety/RaiseSafetyNotice.swift", "Casework/Joining/DecideToJoin.swift",
        "Casework/Joining/SayCannotGo.swift",
        "Casework/Rights/AskRight.swift", "Casework/Rights/AnswerCorrection.swift", "Casework/File/CaseFile.swift",
        "Casework/File/CaseCommand.swift", "Casework/File/Fact.swift", "Casework/Sharing/Powers.swift",
        "Office/Deciding/Perform.swift", "Office/Rights/MakeCopy.swift", "Office/Rights/CopyReview.swift",
        "Office/OwnPage/OwnPageVisitor.swift",
        "Office/Reading/OpenCase.swift", "Office/Reading/ReadNotice.swift", "Kernel/Identifier.swift",
        "Records/Guards/CommandAnswers.swift", "Records/Documents/Documents.swift",
        "Web/Forms/FormBody.swift", "Web/Forms/FormFields.swift", "Web/Forms/FormSeal.swift",
    ]

    /// Where the command of each form is written: a new form adds its own.
    private static let commands: [(command: String, file: String)] = [
        ("ConfirmAppointment", "SayOfAppointment"), ("AskToMove", "SayOfAppointment"), ("SetGoal", "PlanGoals"),
        ("ProposeAction", "ProposeAction"), ("AgreeAction", "AnswerAction"), ("ObjectToAction", "AnswerAction"),
        ("CompleteAction", "ChangeAction"),
        ("MissAction", "MissAction"), ("AnswerConsent", "GiveConsent"), ("WithdrawConsent", "GiveConsent"),
        ("NameSupporter", "NameSupporter"), ("InviteSupporter", "NameSupporter"), ("EndSupporter", "NameSupporter"),
        ("AskQuestion", "RaiseVoice"), ("Complain", "RaiseVoice"), ("ReportChange", "ReportChange"),
        ("WishForAdviser", "RaiseSafetyNotice"), ("DecideToJoin", "DecideToJoin"),
        ("SayCannotGo", "SayCannotGo"), ("GiveConsent", "GiveConsent"),
        ("ReleasePacket", "ReleasePacket"),
        ("RateBarriers", "RateBarriers"), ("SayOfAssessment", "SayOfAssessment"), ("DisputeChange", "AnswerChange"),
        ("ConfirmContacts", "ConfirmContacts"),
        ("StateNeeds", "StateNeeds"),
    ]

    /// What those files refuse to staff alone: of no customer’s form, of what such a form does not send, or of staff’s own
    /// part in it.
    private static let staffAlone: Set<String> = [
        // Required steps are proposed by staff.
        "plan.mandatory-owner", "plan.mandatory-due", "plan.mandatory-soon", "plan.mandatory-theirs",
        "plan.mandatory-why",
        // Answers and changes that staff record for somebody.
        "plan.route", "plan.not-yours", "change.route", "change.source", "change.route-of", "change.caller",
        "change.private", "change.not-shared", "benefit.cannot-know", "benefit.whose-word", "consent.how",
        "power.not-shared", "power.unseen",
        // A file that is sent has the digest it has.
        "plan.document",
        // Choices that a customer’s form does not have.
        "plan.suggestion", "plan.suggestion-refused", "plan.suggestion-why", "plan.goal-none", "plan.barrier-none",
        "plan.goal-why", "plan.unchanged", "plan.drop-why", "change.ends-first",
        "change.contact-ends", "identity.born-later", "identity.born-early", "identity.number", "referral.none",
        // Asking to share, safety notices, advisers, joining, requests and corrections are staff’s to record.
        "consent.asked", "consent.seen", "consent.recipient", "consent.purpose", "consent.nothing", "consent.safety",
        // A customer’s form has at least one service, and no kind that a packet does not hold.
        "packet.nobody", "packet.kind", "safety.empty",
        "safety.long", "safety.review", "safety.same", "safety.lead", "safety.none", "assign.suits", "joining.required",
        "joining.in-writing", "referral.not-joined", "rights.copy", "rights.not-after",
        "appointment.no-request", "ahead.how", "ahead.later", "ahead.begun", "ahead.early", "ahead.waits",
        // What an organisation answers, decides or takes back of a change that was told.
        "change.acknowledged", "change.applied", "change.disputed", "change.undisputed", "change.own-dispute",
        "change.own-report",
        "change.no-version", "change.no-other", "change.part", "change.of-job", "change.not-yours", "change.not-told",
        // The adviser's view, and the day to come back to what the two see differently.
        "barrier.own", "barrier.suspected", "barrier.revisit", "barrier.revisit-past",
        // A view is given an earlier day by staff alone, and an objection is staff's to answer.
        "barrier.order", "plan.missed-unanswered",
    ]

    private func source(_ path: String) throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Sources")
        return try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    @Test("Every refusal that their forms can meet has words to them, in English and Welsh (G-245, K-039)")
    func reachable() throws {
        var found: Set<String> = []
        for file in Self.files {
            for match in try source(file).matches(of: /(Refusal|no)\(\s*"([a-z]+\.[a-z-]+|[a-z-]+)"/) {
                let code = String(match.2)
                found.insert(match.1 == "no" ? "plan.\(code)" : code)
            }
        }
        #expect(found.count > 60, "The rules were read")
        let unsaid = found.filter { RuleWords.byCode[$0] == nil && !Self.staffAlone.contains($0) }
        #expect(unsaid == [], "Give these words in RuleWords, or say that only staff meet them")
        #expect(Self.staffAlone.filter { RuleWords.byCode[$0] != nil } == [])
    }

    @Test("Every form on their own pages has its command’s rules read")
    func forms() throws {
        let known = Dictionary(uniqueKeysWithValues: Self.commands)
        for form in OwnForms.all {
            let command = name(ofCommandOf: form)
            let file = try #require(known[command], "\(command)")
            let path = try #require(Self.files.first { $0.hasSuffix("/\(file).swift") })
            #expect(try source(path).contains("struct \(command): CaseCommand"))
        }
    }

    private func name<Form: OwnForm>(ofCommandOf form: Form.Type) -> String { "\(Form.Command.self)" }

    @Test("To a customer a refusal is in words for them, and to staff in the rule’s own")
    func told() {
        let refusal = Refusal("plan.voluntary", "This customer takes part by choice.", field: "mandatory")
        #expect(refusal.told == refusal)
        for language in Language.allCases {
            let said = Speech.$current.withValue(Speech(language)) { refusal.told }
            #expect(said.sentence == RuleWords.notRequired.text(in: language))
            #expect(said.code == refusal.code && said.field == "mandatory")
        }
    }

    @Test("What a page said in its own words stands, whatever its code")
    func own() {
        let speech = Speech(.english)
        Speech.$current.withValue(speech) {
            let refusal = Refusal("supporter.none", OwnSharingFormWords.over())
            #expect(refusal.told.sentence == OwnSharingFormWords.over())
            let stale = Refusal("form.stale", RefusalWords.stale.english)
            #expect(stale.told.sentence == RefusalWords.stale.english)
        }
    }
}
