public import Kernel

extension Telling {
    func told(_ fact: SafetyFact) -> Told {
        switch fact {
        case .raised(_, let review, _, _):
            Told(.done, "A note on how to meet them safely", "Looked at again by \(review.written)")
        case .reviewed(_, let review):
            Told(.done, "The note on meeting them safely looked at again", "Next by \(review.written)")
        case .hidden(_, let hidden):
            Told(.done, hidden ? "The note kept from their own page" : "The note shown on their own page")
        case .ended: Told(.done, "The note on meeting them safely ended")
        case .wished: Told(.done, "Said whom they would rather see")
        case .urgentOpened: Told(.done, "They may have been in danger, and help was got")
        case .urgentHandedOver(_, let terms):
            Told(
                .done, "Somebody took over the urgent help",
                opens ? terms.value.map { "\($0.to.text), by \($0.route.title.inSentence)" } : nil)
        }
    }
}

extension Sequence<Event<CaseFile>> {
    /// Without what the safeguarding lead keeps from the person: from then on not even that it was there before.
    public var forThePerson: [Event<CaseFile>] {
        let hidden = hiddenNotices
        return filter { !hidden.hides($0.fact) }
    }

    /// The notices and urgent paths that the person is not shown, given everything that is on record.
    var hiddenNotices: Set<Identifier<SafetyNotice>> {
        var safety = Safety()
        for event in self {
            if case .safety(let fact) = event.fact { safety.apply(fact, EventStamp(event)) }
        }
        return Set(safety.notices.filter(\.hidden).map(\.id) + safety.urgent.filter(\.hidden).map(\.id))
    }
}

extension Set<Identifier<SafetyNotice>> {
    func hides(_ fact: Fact) -> Bool {
        guard case .safety(let fact) = fact, let notice = fact.notice else { return false }
        return contains(notice)
    }
}
