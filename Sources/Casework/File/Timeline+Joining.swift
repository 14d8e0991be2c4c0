import Kernel

extension Telling {
    func told(_ fact: JoiningFact) -> Told {
        switch fact {
        case .invited(_, let terms, let grounds):
            let required = terms.basis == .mandatory
            let grounds = opens ? grounds.value : nil
            return Told(
                .sent, required ? "Told to go to an information session" : "Invited to an information session",
                "\(terms.format.title), with \(names.organisation(terms.host)), \(terms.starts.day.written)",
                title(terms.programme), required ? "Required, in writing" : "By choice",
                terms.considered == true ? "Considered whether going is right for them now" : nil,
                terms.told?.route.title,
                grounds?.wish.map { "They would rather hear of it \($0.wished)" },
                said(Sealed(given: grounds?.why)))
        case .uninvited(_, let told):
            return Told(.done, "The place at the information session taken back", told?.route.title)
        case .cannotGo(_, let words):
            return Told(.done, "They say they cannot go to the information session", said(words))
        case .attended: return Told(.done, "Came to the information session")
        case .missed(_, let words): return Told(.done, "Did not come to the information session", said(words))
        case .outcomeWithdrawn(_, _, let words):
            return Told(.done, "The record of whether they came to the information session withdrawn", said(words))
        case .told(let programme, _, _):
            return Told(.done, "Told what joining changes, and given it in writing", title(programme))
        case .decided(let programme, let answer, let signed, let words):
            return Told(
                .done, answer.said, title(programme), signed ? "Signed that they understand" : nil, said(words))
        }
    }

    private func title(_ programme: String) -> String { programmes[programme]?.title ?? programme }
}

extension JoiningAnswer {
    fileprivate var said: String {
        switch self {
        case .joins: "Chose to join"
        case .declines: "Chose not to join"
        case .undecided: "Wants more time to decide about joining"
        }
    }
}
