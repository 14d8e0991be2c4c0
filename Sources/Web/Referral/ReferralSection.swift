import Casework
import Kernel

/// The referral in force: the group, on what basis and what that means; how the provider was drawn; and who has it.
struct ReferralSection: Component {
    let page: CustomerPage

    var body: some HTML {
        Section("Referral", id: "referral") {
            if let referral = page.seen.referral {
                SummaryList {
                    SummaryRow("Programme") { page.programme?.title ?? referral.programme }
                    SummaryRow("Group") { "\(referral.group), \(group?.title ?? "")" }
                    SummaryRow("Basis") { referral.basis(on: page.day).plain.capitalisedFirst }
                    SummaryRow("Referred") { WrittenDay(referral.on, today: page.day) }
                    SummaryRow("Now") {
                        referral.overSince(on: page.day).map { "Over since \($0.written), and not recorded yet" }
                            ?? referral.state.title
                    }
                    if let prime = referral.prime { SummaryRow("Provider drawn") { page.names.organisation(prime) } }
                    if let back = referral.returns.last, let until = referral.supportedUntil {
                        SummaryRow("Came back") {
                            "On \(back.on.written), for the time that remains: until \(until.written)"
                        }
                    }
                    if let letter = EndingLetterState(of: referral, among: page.letters) {
                        SummaryRow("Letter about the end") { letter.words }
                    }
                }
                ChainLines(page: page, referral: referral)
                explanation(referral)
                if let allocation = referral.allocation {
                    DrawExplanation(page: page, referral: referral, allocation: allocation)
                }
                EndLines(page: page, referral: referral)
                if let query = referral.query { QueryLine(page: page, query: query) }
                if referral.query == nil, referral.attachment == nil,
                    let window = QueryWindow(referral, page.seen.appointments, in: page.programme)
                {
                    p {
                        page.day <= window.last
                            ? "Can be queried until \(window.last.written)."
                            : "Could be queried until \(window.last.written)."
                    }
                }
                CompletenessLines(page: page, referral: referral)
                StatusLines(page: page, referral: referral)
                actions(referral)
            } else {
                NotReferred(page: page)
            }
        }
    }

    private var group: PaymentGroup? { page.seen.referral.flatMap { page.programme?.group($0.group) } }

    @HTMLBuilder private func explanation(_ referral: Referral) -> some HTML {
        if let finding = page.finding {
            // What the customer said of health, custody or home is for those who asked it.
            let showsWhy = page.relation == .jobcentre || page.relation == .oneself
            Disclosure(
                showsWhy ? "Why group \(referral.group), and what that means" : "What group \(referral.group) means"
            ) {
                EligibilityExplanation(finding: finding, showsGroups: showsWhy)
            }
        }
    }

    private func actions(_ referral: Referral) -> some HTML {
        let queryWindow = QueryWindow(referral, page.seen.appointments, in: page.programme)
        let queried = referral.query.map { $0.answered == nil } ?? false
        let offers = page.offers
        let completeness = referral.attachment == nil ? page.seen.completeness : nil
        return OfferedButtons {
            if referral.acknowledged == nil, referral.prime == page.actor.organisation {
                offers.link(.acknowledge, "Acknowledge")
            }
            if referral.acknowledged != nil, referral.assignment == nil, !queried, referral.chain.waiting == nil {
                offers.link(.assign, "Assign an adviser")
            }
            if referral.acknowledged != nil, !queried, referral.chain.waiting == nil, !referral.isOver(on: page.day),
                [referral.holder, referral.prime].contains(page.actor.organisation)
            {
                offers.link(.passOn, "Send them on")
            }
            if referral.assignment != nil, referral.chain.waiting == nil {
                offers.link(.changeAdviser, "Change the adviser")
            }
            if referral.acknowledged != nil, !referral.isOver(on: page.day) {
                offers.link(.contact, "Record a contact")
                offers.link(.handover, "Record a warm handover")
            }
            if referral.acknowledged != nil, referral.query == nil, referral.attachment == nil {
                if queryWindow.map({ page.day <= $0.last }) ?? true { offers.link(.query, "Query this referral") }
                if queryWindow?.mayExtend(on: page.day) == true { offers.link(.extendQuery, "Ask for longer") }
            }
            if queried { offers.link(.answer, "Answer the query") }
            if referral.acknowledged != nil, referral.details.enough == nil,
                completeness?.missing.isEmpty == false
            {
                offers.link(
                    .askDetails, referral.details.asked == nil ? "Ask for what is missing" : "What came is enough")
            }
            if !referral.details.waiting(completeness).isEmpty {
                offers.link(.answerDetails, "Answer what was asked")
            }
            if !referral.isOver(on: page.day) { offers.link(.takingPart, "Whether taking part is required") }
            if let attachment = referral.attachment {
                // News of a new claim inside the time may come for as many weeks after it as the summary may.
                if referral.takesReturns, page.day <= attachment.until.adding(days: HandBack.days) {
                    offers.link(.returned, "Back on benefit")
                }
                if referral.exit == nil { offers.link(.endReferral, "Record the end of the programme") }
            }
            if referral.handedBack == nil, referral.isNearItsEnd(on: page.day) {
                offers.link(.handBack, "Hand back with a summary")
            }
        }
    }
}

/// The area a provider was drawn in, and what those that could have been drawn are called.
struct DrawnArea: Sendable {
    let area: Area
    let providers: [Identifier<Organisation>: String]
}

/// How the provider was chosen, and how anybody can check it.
private struct DrawExplanation: Component {
    let page: CustomerPage
    let referral: Referral
    let allocation: Referral.Allocation

    var body: some HTML {
        Disclosure("How the provider was drawn") {
            p {
                "Draw \(allocation.draw) in \(page.drawn?.area.opening?.name ?? "the area") gave the number "
                "\(percent(allocation.value.tenThousandths)), which falls to \(page.names.organisation(allocation.provider))."
                if allocation.followed {
                    " It was made earlier, for a partner or an earlier referral, and is followed here."
                }
            }
            if !shares.isEmpty {
                p { "The shares that day, one after the other:" }
                ul { ForEach(shares) { share in li { share } } }
            }
            p {
                "Nobody chose. The number was made with a key that was fixed before the period began and is published "
                "after it, so that anybody can make it again: "
                Link("the register of draws", to: SiteURL.draws(referral.area, after: nil).address)
                "."
            }
        }
    }

    private var shares: [String] {
        guard let drawn = page.drawn, !allocation.followed else { return [] }
        var from = 0
        return drawn.area.shares(programme: referral.programme, group: referral.group, on: referral.on).map { share in
            let start = from
            from += share.tenThousandths
            return "\(drawn.providers[share.provider] ?? "A provider"): \(percent(share.tenThousandths)), "
                + "from \(percent(start)) up to \(percent(from))"
        }
    }

    /// Ten-thousandths as `45.12%`.
    private func percent(_ tenThousandths: Int) -> String {
        let rest = tenThousandths % 100
        return rest == 0
            ? "\(tenThousandths / 100)%" : "\(tenThousandths / 100).\(rest < 10 ? "0" : "")\(rest)%"
    }
}

private struct QueryLine: Component {
    let page: CustomerPage
    let query: Referral.Query

    var body: some HTML {
        p {
            "Queried by the provider on \(query.event.recorded.day.written): "
            "\(page.programme?.reason(query.reason, in: .queryUnsuitable)?.text ?? query.reason). "
            if let answered = query.answered {
                query.upheld == true ? "Upheld" : "The referral stands"
                ", answered on \(answered.recorded.day.written)."
            } else {
                "Not answered yet."
            }
        }
        if let words = query.words.value { blockquote { words.text } }
    }
}

/// Somebody on no programme: what a referral interview held, and what was kept back in it.
private struct NotReferred: Component {
    let page: CustomerPage

    var body: some HTML {
        EmptyState(
            page.sight.isForItsOwn(.referral) ? "No referral to you stands." : "On no programme.",
            comes: "The referral, its group and its draw stand here.")
        if let interview = page.seen.interview {
            p {
                "The referral interview for \(page.title(interview.programme)) was held on "
                "\(interview.event.recorded.day.written). "
                if !interview.withheld.isEmpty { "Not to be sent: \(withheld(interview))." }
            }
        }
    }

    private func withheld(_ interview: ReferralInterview) -> String {
        let shared = page.programmes[interview.programme]?.sharing ?? []
        return interview.withheld.map { code in shared.first { $0.code == code }?.title.lowercased() ?? code }
            .joined(separator: ", ")
    }
}

/// What comes next for somebody on no programme: the referral interview for one, and then the referral.
struct ReferralStep: Component {
    let page: CustomerPage

    var body: some HTML {
        NoticeBox(title: "Next") {
            if let interview = page.seen.interview {
                p { "The referral interview was held, so they can be referred." }
                OfferedButtons {
                    page.offers.link(.refer, "Refer to \(page.title(interview.programme))", primary: true)
                    ForEach(open.filter { $0.id != interview.programme }) { Interview(page: page, programme: $0) }
                }
            } else {
                p { "Before a referral, hold the referral interview and record what was explained." }
                OfferedButtons { ForEach(open) { Interview(page: page, programme: $0) } }
            }
        }
    }

    private struct Interview: Component {
        let page: CustomerPage
        let programme: Programme

        var body: some HTML {
            page.offers.link(.interview, "Referral interview: \(programme.title)", item: programme.id)
        }
    }

    /// The programmes that take referrals on the day.
    private var open: [Programme] {
        page.programmes.values
            .filter { $0.runs.contains(page.day) && !$0.groups.isEmpty && !$0.referralInterview.isEmpty }
            .sorted { $0.title < $1.title }
    }
}

extension CustomerPage {
    fileprivate func title(_ programme: String) -> String { programmes[programme]?.title ?? programme }
}
