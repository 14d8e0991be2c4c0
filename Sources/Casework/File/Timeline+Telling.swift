import Kernel

/// What is needed to say an event in words: the file as it stands with that event folded in, names, and reasons.
struct Telling {
    var file: CaseFile
    let names: Names
    let programmes: [String: Programme]
    let tools: ServiceTools
    /// Whether words a person wrote may be shown.
    let opens: Bool
    /// The day until which payments are told; nil for a reader who does not see them.
    var paidUntil: CalendarDay?
    /// The categories that are not for the reader: what rests on them is not told either.
    var shut: Set<Category> = []

    func told(_ fact: Fact) -> Told {
        switch fact {
        case .customer(let fact): told(fact)
        case .referral(let fact): told(fact)
        case .appointment(let fact): told(fact)
        case .circumstance(let fact): told(fact)
        case .employment(let fact): told(fact)
        case .assessment(let fact): told(fact)
        case .sharing(let fact): told(fact)
        case .plan(let fact): told(fact)
        case .rights(let fact): told(fact)
        case .merge(let fact): told(fact)
        case .access(let fact): told(fact)
        case .voice(let fact): told(fact)
        case .chain(let fact): told(fact)
        case .safety(let fact): told(fact)
        case .joining(let fact): told(fact)
        }
    }

    /// Words between quotation marks; nil when they are shut or not for this reader.
    func said(_ words: Sealed<Words>) -> String? { opens ? words.value.map { "“\($0.text)”" } : nil }

    /// The text of a reason's code, from the programme of the latest referral, else from any that has it.
    func reason(_ code: String, _ list: ReasonList) -> String {
        let own = file.referrals.last.flatMap { programmes[$0.programme] }
        let others = programmes.values.sorted { $0.id < $1.id }
        return ([own].compactMap { $0 } + others).lazy.compactMap { $0.reason(code, in: list)?.text }.first ?? code
    }

    func programme(_ id: String) -> String { programmes[id]?.title ?? id }

    func benefit(_ code: String) -> String {
        programmes.sorted { $0.key < $1.key }.lazy.compactMap { $0.value.benefit(code)?.title }.first ?? code
    }

    private func told(_ fact: CustomerFact) -> Told {
        switch fact {
        case .registered(let registration, _):
            Told(
                .done, "Registered at \(names.organisation(registration.jobcentre))",
                registration.jointClaim == nil ? nil : "Joint claim with a partner")
        case .corrected(_, let fields, _):
            Told(
                .done, "Details put right",
                "Changed: \(fields.map { Telling.fields[$0] ?? $0 }.joined(separator: ", "))")
        case .emailChosen(let agreed):
            Told(.done, agreed ? "Agreed to letters by e-mail" : "Asked for no more letters by e-mail")
        case .languageChosen(let language): Told(.done, "Reads \(language.title)")
        case .needsStated(let source, let needs):
            Told(
                .done, "Said how to talk with them and write to them", opens ? needs.value?.sentence : nil,
                "On the word of \(source.title.inSentence)")
        case .takenUp(let taken):
            Told(
                .done,
                taken.home == .jobcentre
                    ? "Claims at \(names.organisation(taken.organisation)) now"
                    : "Helped by \(names.organisation(taken.organisation)) now",
                "Since \(taken.since.written)", taken.proof.title)
        case .givenBack(let given):
            Told(
                .done, "Given back by \(names.organisation(given.organisation))", "It was taken up by mistake",
                given.to.map { "Kept by \(names.organisation($0)) again" })
        case .toldOfKeeper(let how): Told(.sent, "Told who keeps their record now", how.route.title)
        case .untoldOfKeeper(_, let reason):
            Told(.done, "The letter about who keeps their record did not reach them", "Why: \(reason.words)")
        case .ledBy(let organisation, let person):
            Told(.done, "Led by \(names.person(person)), \(names.organisation(organisation))")
        case .erased(let erasure):
            Told(
                .done, "Erased: \(erasure.classes.map(\.title).joined(separator: "; "))", erasure.why.title,
                erasure.evidenceUntil.map { "The proof of what was earned stays until \($0.written)" })
        }
    }

    private static let fields = [
        "given": "first name", "family": "family name", "born": "birth date", "number": "national insurance number",
        "address": "address", "phone": "phone number", "email": "e-mail address",
    ]
}
