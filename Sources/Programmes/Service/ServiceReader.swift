public import Casework
import Foundation
import Kernel

/// Reads the rules of the service from their YAML text, with errors that name the line.
public enum ServiceReader {
    /// The rules that come with Throughline, or those of an operator's own folder where it has some.
    /// - Throws: `ProgrammeFault` when they are missing or damaged.
    public static func shipped(adding folder: String? = nil) throws(ProgrammeFault) -> ServiceRules {
        if let own = folder.map({ $0 + "/service/service.yaml" }), FileManager.default.fileExists(atPath: own) {
            return try read(path: own)
        }
        return try read(path: Programmes.definitions() + "/service/service.yaml")
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
                    settle: $0.limit("settle"), plannedByMeeting: $0.count("planned_by", of: "meeting"))
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
            appointmentChanges: appointmentChanges(), setbacks: reasons("setbacks"))
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
