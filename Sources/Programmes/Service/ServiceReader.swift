public import Casework
import Foundation
import Kernel

/// Reads the rules of the service from their YAML text, with errors that name the line.
public enum ServiceReader {
    /// The rules that come with Throughline, or those of an operator's own folder where it has some. Whom to ring when
    /// somebody may be in danger is never missing: where a file of their own does not say, it is as shipped.
    /// - Throws: `ProgrammeFault` when they are missing or damaged.
    public static func shipped(adding folder: String? = nil) throws(ProgrammeFault) -> ServiceRules {
        if let own = folder.map({ $0 + "/service/service.yaml" }), FileManager.default.fileExists(atPath: own) {
            let rules = try read(path: own)
            guard rules.urgent.isEmpty else { return rules }
            return rules.ringing(try read(path: shippedPath()).urgent)
        }
        return try read(path: shippedPath())
    }

    private static func shippedPath() throws(ProgrammeFault) -> String {
        try Programmes.definitions() + "/service/service.yaml"
    }

    /// - Throws: `ProgrammeFault` with every problem found.
    public static func read(path: String) throws(ProgrammeFault) -> ServiceRules {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        return try read(text: try YAMLText.load(path, file: file), file: file)
    }

    public static func read(text: String, file: String) throws(ProgrammeFault) -> ServiceRules {
        try Reading.whole(text, file: file, "the service") { $0.serviceRules() }
    }
}

extension Fields {
    fileprivate func serviceRules() -> ServiceRules {
        ServiceRules(
            planReviews: needed("plan_reviews") { $0.planReviewing() },
            assessing: needed("assessments") {
                AssessmentLimits(
                    assessedByMeeting: $0.count("assessed_by", of: "meeting"), finish: $0.limit("finish"),
                    settle: $0.limit("settle"), plannedByMeeting: $0.count("planned_by", of: "meeting"),
                    specialists: $0.specialistRules())
            },
            changes: needed("changes") {
                ChangeHandling(
                    acknowledge: $0.limit("acknowledge"), apply: $0.limit("apply"), resolve: $0.limit("resolve"),
                    confirm: $0.limit("confirm"))
            },
            answers: needed("answers") {
                VoiceLimits(
                    question: $0.limit("question"), complaint: $0.limit("complaint"),
                    complaintAcknowledged: $0.limit("complaint_acknowledged"))
            },
            retention: needed("retention") {
                Retention(
                    evidence: $0.years("evidence"), identity: $0.years("identity"), support: $0.years("support"),
                    safety: $0.years("safety"))
            },
            safetyReviewSaidBefore: needed("safety") { $0.limit("review_said_before") },
            referralIsThinBelow: needed("referrals") { $0.count("thin_below", of: "percent") },
            appointmentChanges: appointmentChanges(), setbacks: reasons("setbacks"),
            firstMeeting: unique("first_meeting", "a thing to tell", \.code) {
                FirstMeetingTopic(code: $0.words("code"), text: $0.words("text"), source: $0.words("source"))
            }, urgent: unique("urgent", "a number to ring", \.code) { $0.urgentContact() },
            moneyGap: has("money_gap") ? limit("money_gap") : nil)
    }

    private func planReviewing() -> PlanReviewing {
        var byStream: [String: Figure<TimeLimit>] = [:]
        if let streams = part("streams", { fields in fields.names.map { ($0, fields.limit($0)) } }) {
            byStream = Dictionary(streams) { first, _ in first }
        }
        let reviewing = PlanReviewing(
            byStream: byStream, otherwise: limit("otherwise"), atMost: limit("at_most"),
            saidBefore: limit("said_before"), overwrittenTold: limit("overwritten_told"))
        let day = CalendarDay(number: 0)
        for (name, interval) in byStream.map({ ("streams", $0.value) }) + [("otherwise", reviewing.otherwise)]
        where reviewing.isTooLong(interval, from: day) {
            reading.problem(
                line(of: name),
                "A plan would be gone through after \(interval.value.written), which is more than at_most. "
                    + "Make it shorter, or raise at_most.")
        }
        return reviewing
    }

    private func appointmentChanges() -> [ChangeReason] {
        let reasons = reasons("appointment_changes")
        if reasons.isEmpty {
            reading.problem(
                line(of: "appointment_changes"),
                "No appointment could be moved or cancelled. Add a reason under “appointment_changes”.")
        }
        return reasons
    }

    private func specialistRules() -> SpecialistRules {
        SpecialistRules(
            kinds: unique("specialists", "a kind", \.code) {
                SpecialistKind(
                    code: $0.words("code"), title: $0.words("text"),
                    category: $0.askedCategory(of: [.assessment, .health]), levels: $0.wordList("levels"),
                    asksWhat: $0.flag("asks_what", or: false), isForCourses: $0.flag("for_courses", or: false),
                    source: $0.words("source"))
            }, daysBeforeCourse: count("results_before_course", of: "days"))
    }

    private func urgentContact() -> UrgentContact {
        let code = words("code")
        return UrgentContact(
            code: code, name: inBothLanguages("name"), phone: inBothLanguages("phone"),
            hours: inBothLanguages("hours"), use: inBothLanguages("for"), trust: trusted(code, at: line, "code"))
    }

    /// `{ english: Emergency services, welsh: Gwasanaethau brys }`
    private func inBothLanguages(_ name: String) -> UrgentContact.Said {
        guard let text = required(name) else { return UrgentContact.Said(english: "", welsh: "") }
        return part(text, "“\(name)”") {
            UrgentContact.Said(english: $0.words("english"), welsh: $0.words("welsh"))
        }
    }

    private func reasons(_ name: String) -> [ChangeReason] {
        unique(name, "a reason", \.code) {
            ChangeReason(code: $0.words("code"), text: $0.words("text"), source: $0.words("source"))
        }
    }

    /// A part that must be there.
    private func needed<Item>(_ name: String, _ read: (Fields) -> Item) -> Item {
        if let text = required(name) { return part(text, "“\(name)”", read) }
        // One sentence says that it is missing; what a stand-in lacks is of no interest.
        return read(Fields(YAMLText(line: line, content: .fields([])), name, Reading()))
    }

    /// `{ years: 6, status: ours, source: … }`
    private func years(_ name: String) -> Figure<Int> { count(name, of: "years") }

    /// `{ meeting: 2, status: published, source: … }`
    private func count(_ name: String, of unit: String) -> Figure<Int> {
        guard let text = required(name) else { return Figure(1, .ours, source: "") }
        return part(text, "“\(name)”") { $0.trusted($0.whole(unit, 1...100), at: $0.line, name) }
    }

    /// `{ weeks: 2, status: ours, source: … }`
    private func limit(_ name: String) -> Figure<TimeLimit> {
        guard let text = required(name) else { return Figure(TimeLimit(1, .days), .ours, source: "") }
        return part(text, "“\(name)”") { $0.trusted($0.timeLimit(), at: $0.line, name) }
    }
}
