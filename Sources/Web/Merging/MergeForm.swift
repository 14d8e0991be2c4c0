import Casework
import Kernel
import Office

/// Makes two records of one person one: what they say stands side by side, with a choice for each detail that differs, and
/// what follows is shown before it is done.
struct MergeForm: CaseForm {
    static let name = CaseFormName.merge
    static let title = "Make two records one"
    static let button = "Make them one record"
    static let said = Said.merged
    static let checks = true
    static let hasItem = true

    private static let here = "here"
    private static let there = "there"

    let prospect: MergeProspect

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let other: Identifier<CaseFile> = try form.item()
        // Described for anybody, it asks about every detail, and about nobody's record.
        if form.opened.seen.id == SpecimenCase.id { return MergeForm(prospect: try .specimen(other)) }
        return MergeForm(
            prospect: try await form.visit.office.prospect(
                of: form.opened.seen.id, absorbing: other, as: form.visit.actor))
    }

    /// Where one of them says nothing, what the other says is chosen at first.
    var initial: FormFields {
        FormFields(
            [("other-seen", String(prospect.otherSequence))]
                + prospect.differing.compactMap { detail -> (String, String)? in
                    if detail.text(of: prospect.own) == nil { return (detail.rawValue, Self.there) }
                    return detail.text(of: prospect.their) == nil ? (detail.rawValue, Self.here) : nil
                })
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            DataTable(
                "The two records side by side", rows: rows,
                columns: [
                    Column("Detail", .heading) { $0.title },
                    Column("This record") { $0.own },
                    Column("The other record") { $0.their },
                ])
            if prospect.differing.isEmpty {
                p { "They agree in every detail of who the person is." }
            } else {
                h2 { "Where they differ, which is right?" }
                p { "Ask the person. What you do not choose is kept in the history." }
            }
            ForEach(prospect.differing) { detail in
                Radios(
                    detail.rawValue, label: detail.title,
                    [
                        Choice(Self.here, shown(detail, prospect.own), hint: "On this record"),
                        Choice(Self.there, shown(detail, prospect.their), hint: "On the other record"),
                    ], in: state)
            }
            // What is shown above is what was compared, however often the form is shown again.
            hidden("other-seen", String(prospect.otherSequence))
        }
    }

    private struct Row: Sendable {
        let title: String
        let own: String
        let their: String
    }

    private var rows: [Row] {
        IdentityDetail.allCases.map {
            Row(title: $0.title, own: shown($0, prospect.own), their: shown($0, prospect.their))
        } + [
            Row(
                title: "Registered", own: prospect.registered.own.written, their: prospect.registered.their.written)
        ]
    }

    private func shown(_ detail: IdentityDetail, _ identity: Identity) -> String {
        detail.text(of: identity)?.replacing("\n", with: ", ") ?? "None"
    }

    func read(_ form: FormReader) throws -> MergeRecords {
        let taking = prospect.differing.filter {
            form.choice($0.rawValue, label: $0.title, of: [Self.here, Self.there]) == Self.there
        }
        let seen = form.optionalText(
            "other-seen", label: "The sequence of the other record, as it was compared", max: 12)
        return MergeRecords(other: prospect.other, taking: Set(taking), seenOther: seen.flatMap { Int($0) })
    }

    func answers(_ command: MergeRecords) -> [(String, String)] {
        let identity = prospect.own.taking(command.taking, from: prospect.their)
        return IdentityDetail.allCases.map { ($0.title, shown($0, identity)) }
    }

    func preview(_ command: MergeRecords) -> Fragment? {
        Fragment {
            h2 { "What follows" }
            ForEach(prospect.consequences.parts) { part in
                h3 { part.heading }
                ForEach(part.sentences) { sentence in p { sentence } }
            }
        }
    }
}

extension MergeProspect {
    /// Two records that differ in everything, of nobody.
    fileprivate static func specimen(_ other: Identifier<CaseFile>) throws -> MergeProspect {
        let day = CalendarDay(number: 15_490)
        func identity(_ words: String, _ years: Int) throws -> Identity {
            try Identity(
                given: words, family: words, born: day.adding(years: -years),
                nationalInsurance: NationalInsuranceNumber("QQ12345\(years % 10)C"), address: words,
                phone: "01632 9600\(years)", email: "\(words.lowercased())@example.org", on: day)
        }
        return MergeProspect(
            other: other, otherSequence: 1, own: try identity("Specimen", 31), their: try identity("Other", 32),
            registered: (day, day), consequences: MergeConsequences(parts: []))
    }
}
