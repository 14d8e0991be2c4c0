import Kernel

// Who is to answer what a person asked, once whoever they asked no longer helps them (C43; the rule is ours). It is worked
// out of a day, as the end of help is, and needs no entry.
extension CaseFile {
    /// What was asked and complained of, with who is to answer each on a day.
    ///
    /// A question goes on to whoever has the person now, or else to whoever keeps the record. A complaint stays with the
    /// organisation it is about, which goes on reading that one thing, and its keeper reads it too; where that
    /// organisation could not answer it any longer, its keeper does.
    func voices(on day: CalendarDay, by matrix: SharingMatrix = SharingMatrix()) -> Voices {
        guard !voices.all.isEmpty, let keeper = customer?.keepers.leading else { return voices }
        var known: [Identifier<Organisation>: Relation] = [:]
        func relation(_ organisation: Identifier<Organisation>) -> Relation {
            if let found = known[organisation] { return found }
            let found = self.relation(ofAnybodyAt: organisation, on: day, by: matrix)
            known[organisation] = found
            return found
        }
        return voices.each { voice in
            let tie = relation(voice.to)
            switch voice.kind {
            case .question:
                guard voice.answer == nil, !Powers.anybody(may: .answerQuestion, as: tie) else { return }
                let holder = referral?.holder ?? keeper
                voice.to = Powers.anybody(may: .answerQuestion, as: relation(holder)) ? holder : keeper
            case .complaint:
                let isOver = tie == .former || tie == .past
                let reads = !isOver || matrix.row(tie, .voice, on: day) != nil
                let answers = reads && Powers.anybody(may: .answerComplaint, as: tie)
                guard isOver || !answers else { return }
                voice.keeper = keeper
                if !answers, voice.answer == nil { voice.to = keeper }
            }
        }
    }
}
