public import Kernel

/// What follows if two records are made one, in sentences, before anybody confirms it: a heading and what it says.
public struct MergeConsequences: Sendable, Equatable {
    public struct Part: Sendable, Equatable {
        public let heading: String
        public let sentences: [String]
    }

    public let parts: [Part]

    public init(parts: [Part]) { self.parts = parts }

    /// - Refuses: two records that cannot be made one.
    public init(
        of file: CaseFile, absorbing id: Identifier<CaseFile>, _ pair: RecordPair, names: Names, in context: Context
    ) throws(Refusal) {
        _ = try MergeRecords.people(file, with: id, pair)
        let terms = MergeRecords.terms(file, with: id, pair, in: context)
        let telling = Telling(file: file, terms: terms, names: names, context: context)
        parts = [
            Part(heading: "Referrals and draws", sentences: telling.draws),
            Part(heading: "Payments", sentences: telling.fees),
            Part(heading: "Appointments", sentences: telling.appointments),
            Part(heading: "The plan", sentences: telling.plan),
            Part(heading: "Who sees it", sentences: telling.viewers),
            Part(
                heading: "Their own page and their keys",
                sentences: [
                    "Whoever signs in to the other record comes to this one. Links and codes they have go on working.",
                    "The two are kept and erased together from now on.",
                ]),
            Part(
                heading: "If it was wrong",
                sentences: [
                    "Nothing is copied or lost. The two can be taken apart again, and you are then asked whose each later entry is."
                ]),
        ]
    }

    private struct Telling {
        let file: CaseFile
        let terms: MergeRecords.Terms
        let names: Names
        let context: Context

        private func title(_ programme: String) -> String { context.programmes[programme]?.title ?? programme }

        private func provider(_ id: Identifier<Organisation>?) -> String {
            id.map(names.organisation) ?? "no provider"
        }

        var draws: [String] {
            let joined = terms.together.referrals.filter { $0.duplicateOf != nil }
            let told = joined.compactMap { late -> String? in
                guard !file.referrals.contains(where: { $0.id == late.id && $0.duplicateOf != nil }),
                    let first = terms.together.referrals.first(where: { $0.id == late.duplicateOf })
                else { return nil }
                return
                    "Both were referred to \(title(late.programme)). The earlier referral stands, of \(first.on.written), with \(provider(first.prime)). "
                    + "That of \(late.on.written), with \(provider(late.prime)), counts as withdrawn, and nothing is drawn again."
            }
            let standing = terms.together.referrals.filter { $0.withdrawn == nil && !isTold($0, joined) }.map {
                "The referral to \(title($0.programme)) of \($0.on.written), with \(provider($0.prime)), goes on as it is."
            }
            return told.isEmpty && standing.isEmpty ? ["Neither has been referred to a programme."] : told + standing
        }

        private func isTold(_ referral: Referral, _ joined: [Referral]) -> Bool {
            joined.contains { $0.duplicateOf == referral.id }
        }

        var fees: [String] {
            let back = terms.dueBack.map {
                "\(written($0)) to \(provider($0.provider)) is due back, because it is earned once for a person."
            }
            let new = terms.newlyDue.map {
                "\(written($0)) to \(provider($0.provider)) falls due, because what is on the two records counts together."
            }
            return back.isEmpty && new.isEmpty ? ["No payment is due back, and none falls due."] : back + new
        }

        private func written(_ line: DueLine) -> String {
            let ordinal = line.key.kind == .sustainment ? " \(line.key.ordinal)" : ""
            return "\(line.key.kind.title)\(ordinal), \(line.amount.map { "\($0.value)" } ?? "unpriced"),"
        }

        var appointments: [String] {
            func coming(_ file: CaseFile) -> [Appointment] {
                file.appointments.filter { $0.outcome == nil && $0.slot.starts > context.now }
            }
            let (here, there) = (coming(file), coming(terms.other))
            guard !there.isEmpty else {
                return [
                    here.isEmpty
                        ? "Nothing is booked on either." : "Nothing is booked on the other. What is booked here stays."
                ]
            }
            let clashes = there.filter { one in
                here.contains { $0.slot.starts < one.slot.ends && one.slot.starts < $0.slot.ends }
            }
            return [
                "\(counted(there.count, "appointment", "appointments")) of the other \(there.count == 1 ? "stands" : "stand") here beside \(here.count) booked here. Nobody's time changes."
            ]
                + clashes.map {
                    "Two are at the same time, on \($0.slot.starts.day.written): move or cancel one of them."
                }
        }

        var plan: [String] {
            let (here, there) = (file.plan, terms.other.plan)
            guard there.begun != nil else {
                return [
                    here.begun == nil ? "Neither has a plan." : "The other has no plan. The plan here stays as it is."
                ]
            }
            let lines = there.openGoals.count + there.openBarriers.count + there.openActions.count
            return [
                "There is one plan. \(counted(lines, "line", "lines")) of the other \(lines == 1 ? "joins" : "join") the \(here.openGoals.count + here.openBarriers.count + here.openActions.count) here; none is lost."
            ] + (here.begun == nil ? [] : ["Look through it afterwards: some lines may say the same."])
        }

        /// Every organisation that sees more by it.
        var viewers: [String] {
            func sees(_ file: CaseFile) -> [Identifier<Organisation>] {
                file.viewers(matrix: context.sharing, on: context.today).map(\.organisation)
            }
            let (here, there, after) = (sees(file), sees(terms.other), sees(terms.together))
            let more = after.filter { !(here.contains($0) && there.contains($0)) }.map { organisation in
                "\(names.organisation(organisation)) sees what is on both, within what it may see."
            }
            let less = (here + there).filter { !after.contains($0) }.map { organisation in
                "\(names.organisation(organisation)) sees it no more."
            }
            let agreed = terms.other.consents.holding(on: context.today).count
            return (more.isEmpty && less.isEmpty ? ["The same organisations see it as before."] : more + less)
                + (agreed == 0
                    ? [] : ["What they agreed to share on the other holds here too: ask them whether that is right."])
        }

        private func counted(_ count: Int, _ one: String, _ many: String) -> String {
            "\(count) \(count == 1 ? one : many)"
        }
    }
}
