import Casework
import Kernel

/// How complete a referral is, what was asked because of it, and what the sender answered.
struct CompletenessLines: Component {
    let page: CustomerPage
    let referral: Referral

    var body: some HTML {
        if referral.attachment == nil, let completeness = page.seen.completeness {
            p {
                "\(completeness.score.written) of what is needed to begin is on record"
                if let sent = referral.transmitted?.score { "; \(sent.written) when they were referred" }
                "."
                if !completeness.missing.isEmpty { " Missing: \(completeness.missing.written)." }
            }
        }
        if let asked = referral.details.asked {
            p { "The sender was asked for what is missing on \(asked.event.recorded.day.written)." }
            if let words = asked.words.value { blockquote { words.text } }
        }
        if let answered = referral.details.answered {
            p { "Answered on \(answered.event.recorded.day.written):" }
            if let words = answered.words.value { blockquote { words.text } }
        }
        if let enough = referral.details.enough {
            p { "What came is enough to begin, said on \(enough.recorded.day.written)." }
        }
    }
}

/// What a referral lacks, each with a way to where it is recorded.
struct MissingItems: Component {
    let items: [ReferralItem]
    let subject: Identifier<CaseFile>
    let programme: String?

    var body: some HTML {
        ul { ForEach(items) { item in li { Link(item.title.capitalisedFirst, to: address(of: item).address) } } }
    }

    private func address(of item: ReferralItem) -> SiteURL {
        switch item {
        case .address, .reach: .form(.correct, subject)
        case .language: .form(.language, subject)
        case .needs: .form(.needs, subject)
        case .reason: programme.map { .itemForm(.interview, subject, item: $0) } ?? .customer(subject)
        case .claim: .customer(subject)
        case .barriers: .assessment(subject)
        case .goal: .plan(subject)
        case .caring, .health: .circumstances(subject)
        }
    }
}
