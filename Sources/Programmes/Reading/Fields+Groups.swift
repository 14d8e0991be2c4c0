import Casework
import Kernel

/// The codes a file declares, against which its rules are checked.
struct Declared {
    let benefits: Set<String>
    let circumstances: [String: CircumstanceKind.Answer]

    init(_ programme: Programme) {
        benefits = Set(programme.benefits.map(\.code))
        circumstances = Dictionary(programme.circumstances.map { ($0.code, $0.answer) }) { first, _ in first }
    }
}

extension Fields {
    func group(_ declared: Declared, duties: Set<String>) -> PaymentGroup {
        PaymentGroup(
            id: words("id"), title: words("title"),
            entry: required("entry").map { conditions($0, declared) } ?? [], basis: basis(declared, duties),
            source: trust.source ?? "")
    }

    /// One basis for everybody (`basis: mandatory`), or a list of circumstances each with its basis.
    private func basis(_ declared: Declared, _ duties: Set<String>) -> [BasisRow] {
        guard let text = required("basis") else { return [] }
        if case .list = text.content {
            return items("basis", "a basis of \(owner)") {
                $0.basisRow($0.choice("is", Basis.self, or: .voluntary), declared, duties)
            }
        }
        return [basisRow(choice(of: text, "basis", Basis.self, or: .voluntary), declared, duties)]
    }

    private func basisRow(_ basis: Basis, _ declared: Declared, _ duties: Set<String>) -> BasisRow {
        let id = optionalWords("duties")
        if let id { known(id, in: duties, "duties", "duties") }
        let trust = trusted(basis, at: line, "basis")
        return BasisRow(
            when: optional("when").map { conditions($0, declared) } ?? [], basis: basis, duties: id,
            status: trust.status, source: trust.source)
    }

    func participation(_ declared: Declared, duties: Set<String>) -> ParticipationRow {
        let id = words("duties")
        known(id, in: duties, "duties", "duties")
        return ParticipationRow(
            id: words("id"), title: words("title"), when: required("when").map { conditions($0, declared) } ?? [],
            session: choice("session", Basis.self, or: .voluntary),
            afterJoining: choice("after_joining", Basis.self, or: .voluntary), duties: id, source: words("source"))
    }

    func duties() -> Duties {
        Duties(
            id: words("id"), title: words("title"), says: words("says"),
            doubtedFor: Set(choices("doubted_for", DoubtAct.self)), needs: Set(choices("needs", DoubtNeed.self)),
            source: words("source"))
    }
}

/// Reading conditions: `{ benefit: JSA, age: 18..24 }` is met when every line of it is.
extension Fields {
    func conditions(_ text: YAMLText, _ declared: Declared) -> [EntryCondition] {
        guard case .fields = text.content else {
            reading.problem(text.line, "Conditions are written as { benefit: JSA, age: 18..24 }. Write them so.")
            return []
        }
        return part(text, "the conditions") { $0.conditions(declared) }
    }

    private func conditions(_ declared: Declared) -> [EntryCondition] {
        var found: [EntryCondition] = []
        for (name, read) in readers(declared) {
            guard let text = optional(name) else { continue }
            if let condition = read(text) { found.append(condition) }
        }
        if found.isEmpty, names.isEmpty { reading.problem(line, "There are no conditions here. Write at least one.") }
        return found
    }

    private func readers(_ declared: Declared) -> [(String, (YAMLText) -> EntryCondition?)] {
        [
            ("benefit", { _ in .benefit(self.codes("benefit", among: declared.benefits, "benefits")) }),
            ("age", { .age(self.span(of: $0, "age")) }),
            ("months_on_benefit", { .monthsOnBenefit(self.span(of: $0, "months_on_benefit")) }),
            ("nation", { _ in .nation(self.choices("nation", Nation.self)) }),
            ("since", { _ in self.one(self.circumstances("since", .day, declared).map { .since($0) }) }),
            ("has", { _ in self.one(self.circumstances("has", .yes, declared).map { .has($0) }) }),
            ("lacks", { _ in self.one(self.circumstances("lacks", .yes, declared).map { .lacks($0) }) }),
            ("months", { text in self.months(text, declared) }),
            ("all", { text in self.one(self.nested(text, declared)) }),
            ("any", { text in .any(self.nested(text, declared)) }),
        ]
    }

    private func one(_ conditions: [EntryCondition]) -> EntryCondition? {
        conditions.count == 1 ? conditions[0] : .all(conditions)
    }

    private func nested(_ text: YAMLText, _ declared: Declared) -> [EntryCondition] {
        guard case .list(let items) = text.content, !items.isEmpty else {
            reading.problem(text.line, "“all” and “any” take a list. Write [ { benefit: JSA }, { age: 18..24 } ].")
            return []
        }
        return items.compactMap { one(conditions($0, declared)) }
    }

    private func codes(_ name: String, among declared: Set<String>, _ under: String) -> [String] {
        let codes = wordList(name)
        for code in codes { known(code, in: declared, name, under) }
        return codes
    }

    private func circumstances(
        _ name: String, _ answer: CircumstanceKind.Answer, _ declared: Declared
    ) -> [String] {
        let codes = wordList(name)
        for code in codes { check(code, answer, declared, at: name) }
        return codes
    }

    private func check(
        _ code: String, _ answer: CircumstanceKind.Answer, _ declared: Declared, at name: String
    ) {
        known(code, in: Set(declared.circumstances.keys), name, "circumstances")
        guard let found = declared.circumstances[code], found != answer else { return }
        let use =
            switch found {
            case .yes: "has or lacks"
            case .months: "months: { \(code): 3..6 }"
            case .day: "since"
            }
        reading.problem(
            line(of: name), "“\(code)” is answered with \(found.rawValue), so “\(name)” cannot ask it. Use \(use).")
    }

    private func months(_ text: YAMLText, _ declared: Declared) -> EntryCondition? {
        guard case .fields(let fields) = text.content else {
            reading.problem(text.line, "“months” is written as { prognosis: 3..6 }. Write it so.")
            return nil
        }
        for field in fields { check(field.name, .months, declared, at: "months") }
        return one(fields.map { .months(of: $0.name, span(of: $0.value, $0.name)) })
    }
}
