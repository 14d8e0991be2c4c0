import Casework
import Kernel

/// Reading conditionality, limits, standards, reasons, proofs and what is shared.
extension Fields {
    func conditionality(_ declared: Declared) -> Conditionality {
        let benefit = words("benefit")
        known(benefit, in: declared.benefits, "benefit", "benefits")
        let ladders = required("ladders").map { dated($0, "the ladder of \(benefit)") { $0.ladder() } }
        return Conditionality(benefit: benefit, ladders: ladders ?? Dated([]))
    }

    private func ladder() -> SanctionLadder {
        let at = line(of: "weeks")
        let weeks = (required("weeks").map { _ in wordList("weeks") } ?? []).map {
            whole(of: YAMLText(line: at, content: .words($0)), "weeks", 1...156)
        }
        if has("weeks"), weeks.isEmpty { reading.problem(at, "The ladder has no steps. Write them as [2, 4, 26].") }
        let earlyEnd = part("early_end") {
            SanctionLadder.EarlyEnd(
                sanctionWeeks: $0.whole("sanction_weeks", 1...156), afterWeeks: $0.whole("after_weeks", 1...156))
        }
        let trust = trusted(weeks, at: line, "ladder")
        return SanctionLadder(
            weeks: weeks.isEmpty ? [1] : weeks, countsBack: wholeFigure("counts_back_weeks", 1...520),
            earlyEnd: earlyEnd, status: trust.status, source: trust.source)
    }

    func limits() -> [LimitKind: Dated<Figure<TimeLimit>>] {
        var limits: [LimitKind: Dated<Figure<TimeLimit>>] = [:]
        for kind in LimitKind.allCases {
            guard let text = optional(kind.rawValue) else { continue }
            limits[kind] = dated(text, "“\(kind.rawValue)”") { $0.trusted($0.timeLimit(), at: $0.line, kind.rawValue) }
        }
        return limits
    }

    func standard() -> ServiceStandard {
        let trust = trusted(true, at: line, "standard")
        return ServiceStandard(
            id: words("id"), says: words("says"),
            measure: part("measure") { $0.measure() } ?? noMeasure(), target: percent("target"), range: range(),
            pausedBy: wordList("paused_by"), status: trust.status, source: trust.source)
    }

    private func noMeasure() -> ServiceStandard.Measure {
        _ = required("measure")
        return .every(TimeLimit(1, .days), event: "")
    }

    /// `{ from: …, to: …, working_days: 2 }`, or `{ event: …, weeks: 2 }` for something that recurs.
    private func measure() -> ServiceStandard.Measure {
        let limit = timeLimit()
        if has("event") { return .every(limit, event: words("event")) }
        return .within(limit, from: words("from"), to: words("to"))
    }

    private func percent(_ name: String) -> Int {
        guard let text = required(name) else { return 100 }
        let words = words(of: text, name)
        guard words.hasSuffix("%") else {
            reading.problem(text.line, "“\(words.prefix(40))” is not a percentage. Write it as 90%.")
            return 100
        }
        return whole(of: YAMLText(line: text.line, content: .words(String(words.dropLast()))), name, 1...100)
    }

    /// `F-001: words`, or `F-009: { text: words, attitude: yes }`. Another reason, in words, ends every list.
    func reasonLists() -> [ReasonList: [ProgrammeReason]] {
        var lists: [ReasonList: [ProgrammeReason]] = [:]
        for list in ReasonList.allCases {
            guard let reasons = part(list.rawValue, { $0.reasons() }) else { continue }
            lists[list] = reasons + [ProgrammeReason(code: "other", text: "Another reason", needsNote: true)]
        }
        return lists
    }

    private func reasons() -> [ProgrammeReason] {
        names.compactMap { code in
            guard let text = required(code) else { return nil }
            guard case .fields = text.content else { return ProgrammeReason(code: code, text: words(of: text, code)) }
            return part(text, "reason \(code)") {
                ProgrammeReason(
                    code: code, text: $0.words("text"), attitude: $0.flag("attitude", or: false),
                    needsNote: $0.flag("needs_note", or: false), told: $0.optionalWords("told"))
            }
        }
    }

    func proof() -> ProofKind {
        ProofKind(
            code: words("code"), title: words("title"), word: words("word"),
            shows: Set(choices("shows", ProofKind.Shows.self)), source: words("source"))
    }

    func sharedItem() -> SharedItem {
        SharedItem(
            code: words("code"), title: words("title"), category: words("category"),
            needsConsent: flag("needs_consent", or: false), source: words("source"))
    }
}
