public import Casework
import Foundation
import Kernel

/// Reads a programme from its YAML text. Every error names the file and the line and says what to write instead.
public enum ProgrammeReader {
    /// - Parameter file: the name to print in errors.
    /// - Throws: `ProgrammeFault` with every problem found. A fault of the YAML itself is the only one given, since
    ///   nothing after it can be trusted.
    public static func read(text: String, file: String) throws(ProgrammeFault) -> Programme {
        try Reading.whole(text, file: file, "the programme") { $0.programme() }
    }

    /// Reads a file of at most 1 MB.
    /// - Throws: `ProgrammeFault` also when there is no such file, or it is not UTF-8.
    public static func read(path: String) throws(ProgrammeFault) -> Programme {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        return try read(text: try YAMLText.load(path, file: file), file: file)
    }
}

extension Fields {
    func programme() -> Programme {
        var programme = Programme(id: words("programme"), title: words("title"))
        programme.summary = optionalWords("summary") ?? ""
        programme.nations = choices("nations", Nation.self)
        if programme.nations.isEmpty {
            reading.problem(line(of: "nations"), "The programme runs in no nation. Add “nations: [england]”.")
        }
        programme.runs = part("runs") { $0.range() } ?? .always
        programme.allottedTime = part("allotted") { $0.allottedTime() }
        programme.finalPaymentEnds = part("final_payment") { $0.finalPayment() }
        programme.benefits = unique("benefits", "a benefit", \.code) {
            BenefitKind(code: $0.words("code"), title: $0.words("title"))
        }
        programme.circumstances = unique("circumstances", "a circumstance", \.code) { $0.circumstance() }
        let declared = Declared(programme)
        programme.duties = unique("duties", "duties", \.id) { $0.duties() }
        let duties = Set(programme.duties.map(\.id))
        programme.dutiesOtherwise = optionalWords("duties_otherwise")
        if let id = programme.dutiesOtherwise { known(id, in: duties, "duties_otherwise", "duties") }
        programme.groups = unique("groups", "a group", \.id) { $0.group(declared, duties: duties) }
        programme.groupsTried = wordList("groups_tried")
        checkTried(programme)
        programme.participation = unique("participation", "a participation row", \.id) {
            $0.participation(declared, duties: duties)
        }
        programme.joining = wordList("joining")
        programme.proofs = unique("proofs", "a proof", \.code) { $0.proof() }
        programme.tariff = tariff(programme)
        programme.conditionality = unique("conditionality", "conditionality", \.benefit) { $0.conditionality(declared) }
        programme.missedAppointments =
            has("missed_appointments")
            ? choice("missed_appointments", MissedAppointmentPolicy.self, or: .automatic) : .automatic
        programme.undecidedDoubtLapses = flag("undecided_doubt_lapses", or: false)
        programme.limits = part("limits") { $0.limits() } ?? [:]
        programme.standards = unique("standards", "a standard", \.id) { $0.standard() }
        programme.interviews = part("interviews") { $0.interviews() }
        programme.stages = unique("stages", "a stage", \.id) { $0.stage() }
        checkStages(programme.stages)
        programme.menu = unique("menu", "a menu item", \.id) {
            MenuItem(id: $0.words("id"), title: $0.words("title"), says: $0.words("says"), source: $0.words("source"))
        }
        programme.funds = unique("funds", "a fund", \.id) { $0.fund() }
        programme.reasons = part("reasons") { $0.reasonLists() } ?? [:]
        programme.referralInterview = unique("referral_interview", "a topic", \.id) {
            ReferralTopic(
                id: $0.words("id"), title: $0.words("title"), says: $0.words("says"), source: $0.words("source"))
        }
        programme.sharing = unique("sharing", "a shared item", \.code) { $0.sharedItem() }
        return programme
    }

    private func allottedTime() -> Figure<AllottedTime> {
        let limit = timeLimit()
        let time: AllottedTime
        switch limit.unit {
        case .weeks: time = .weeks(limit.count)
        case .days: time = .days(limit.count)
        case .workingDays, .months:
            reading.problem(line, "The allotted time is counted in weeks or days. Write “weeks: 104”.")
            time = .days(limit.count)
        }
        return trusted(time, at: line, "allotted")
    }

    private func finalPayment() -> Figure<Bool> {
        trusted(flag("ends_support", or: false), at: line, "final_payment")
    }

    private func checkTried(_ programme: Programme) {
        let at = line(of: "groups_tried")
        var seen: Set<String> = []
        for id in programme.groupsTried {
            known(id, in: Set(programme.groups.map(\.id)), "groups_tried", "groups")
            if !seen.insert(id).inserted { reading.problem(at, "Group \(id) is in groups_tried twice. Keep one.") }
        }
        for group in programme.groups where !seen.contains(group.id) {
            reading.problem(at, "Group \(group.id) is never tried. Add it to groups_tried, where its turn comes.")
        }
    }

    private func checkStages(_ stages: [JourneyStage]) {
        let ids = Set(stages.map(\.id))
        for stage in stages {
            for next in stage.next where !ids.contains(next) {
                reading.problem(
                    line(of: "stages"),
                    "Stage “\(stage.id)” goes on to “\(next)”, which is not a stage. Use one of: "
                        + ids.sorted().joined(separator: ", ") + ".")
            }
        }
    }

    /// Reports an id that is not among those declared.
    func known(_ id: String, in ids: Set<String>, _ name: String, _ declaredUnder: String) {
        guard !id.isEmpty, !ids.contains(id) else { return }
        let list = ids.isEmpty ? "none are" : "they are: \(ids.sorted().joined(separator: ", "))"
        reading.problem(
            line(of: name),
            "“\(id.prefix(40))” in “\(name)” is not declared under “\(declaredUnder)” in this file (\(list)). "
                + "Correct it, or declare it.")
    }

    /// A list whose items must have different ids.
    func unique<Item>(
        _ name: String, _ each: String, _ id: KeyPath<Item, String>, _ read: (Fields) -> Item
    ) -> [Item] {
        var seen: Set<String> = []
        return items(name, each) { fields in
            let item = read(fields)
            if !item[keyPath: id].isEmpty, !seen.insert(item[keyPath: id]).inserted {
                reading.problem(
                    fields.line,
                    "There are two of “\(item[keyPath: id].prefix(40))” under “\(name)”. Give each its own.")
            }
            return item
        }
    }
}
