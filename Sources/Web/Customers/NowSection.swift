import Casework
import Kernel

/// What matters now, and what can be done about it.
struct NowSection: Component {
    let page: CustomerPage

    var body: some HTML {
        Section("Now", id: "now") {
            if let next {
                NoticeBox(next.overdue ? .attention : .plain, title: next.overdue ? "Overdue" : "Next") {
                    DueLine(page: page, due: next, primary: true)
                }
            } else if page.seen.referral == nil, page.offers.may(.refer) {
                ReferralStep(page: page)
            } else if others.isEmpty {
                EmptyState("Nothing waits to be done.", comes: "What falls due is said here.")
            } else {
                EmptyState("Nothing waits for you.", comes: "What others are to do is said below.")
            }
            list(theirs.filter { $0 != next }, settles: true)
            if !others.isEmpty {
                h3 { "Waiting for others" }
                list(others, settles: false)
            }
        }
    }

    @HTMLBuilder private func list(_ dues: [Due], settles: Bool) -> some HTML {
        if !dues.isEmpty {
            ul(.class("tasks")) { ForEach(dues) { due in li { DueLine(page: page, due: due, settles: settles) } } }
        }
    }

    /// What falls to the reader, and what is so whoever reads it.
    private var theirs: [Due] { page.standing.dues.filter(isTheirs) }
    private var others: [Due] { page.standing.dues.filter { !isTheirs($0) } }
    /// Naming who leads does not come before a referral that they can make.
    private var next: Due? {
        let refers = page.seen.referral == nil && page.offers.may(.refer)
        return theirs.first { $0.code != .allottedTimeEnds && !(refers && $0.code == .nameLead) }
    }

    private func isTheirs(_ due: Due) -> Bool {
        guard due.act == nil else {
            return due.falls(
                to: page.actor.role, as: page.relation, holding: page.held, at: page.actor.organisation)
        }
        return due.appointment.map(page.held.contains)
            ?? (page.relation != .jobcentre || due.code == .allottedTimeEnds)
    }

    /// One thing that is due, with the button that settles it where the reader may.
    private struct DueLine: Component {
        let page: CustomerPage
        let due: Due
        var primary = false
        var settles = true

        var body: some HTML {
            span {
                due.sentence(of: due.owner.flatMap(page.names.owner))
                " "
                span(.class("distance")) { "(\(WrittenDay.distance(from: page.day, to: due.day)))" }
            }
            " "
            if settles { button }
            // A call that reaches them ends it as a meeting does.
            if settles, due.code == .silence {
                " "
                page.offers.link(.contact, "Record a contact")
            }
            if settles, due.code == .lastMeeting {
                " "
                page.offers.link(.callOffMeeting, "It will not be held")
            }
        }

        private var button: LinkButton? {
            guard let act = due.act else { return nil }
            let item = due.appointment?.description
            switch act {
            case .recordAttendance: return page.offers.link(.attend, "Record", item: item, primary: primary)
            case .recordFirstMeeting:
                return page.offers.link(.firstMeeting, "Record it", item: item, primary: primary)
            case .giveNotice: return page.offers.link(.notice, "Send the notice", item: item, primary: primary)
            case .moveAppointment: return page.offers.link(.move, "Move", item: item, primary: primary)
            case .cancelAppointment: return page.offers.link(.cancel, "Cancel it", item: item, primary: primary)
            case .takeUpRecord: return page.offers.link(.tellKeeper, "Tell them", primary: primary)
            case .nameLead: return page.offers.link(.nameLead, "Say who leads", primary: primary)
            case .bookAppointment: return page.offers.link(.book, "Book", primary: primary)
            case .acknowledgeReferral: return page.offers.link(.acknowledge, "Acknowledge", primary: primary)
            case .answerQuery: return page.offers.link(.answer, "Answer", primary: primary)
            case .askForDetails: return page.offers.link(.askDetails, "Ask for it", primary: primary)
            case .answerDetails: return page.offers.link(.answerDetails, "Answer", primary: primary)
            case .assign: return page.offers.link(.assign, "Assign", primary: primary)
            case .changeAdviser: return page.offers.link(.changeAdviser, "Choose another", primary: primary)
            case .answerTransfer:
                guard page.seen.referral?.chain.waiting?.to == page.actor.organisation else { return nil }
                return page.offers.link(.takeOn, "Take them on", primary: primary)
            case .recordContact: return page.offers.link(.contact, "Record a contact", primary: primary)
            case .tellOfHolder: return page.offers.link(.tellHolder, "Tell them", primary: primary)
            case .tellOfEnd: return page.offers.link(.tellEnd, "Tell them", primary: primary)
            case .stateStatus: return page.offers.link(.takingPart, "Say which", primary: primary)
            case .recordReturn: return page.offers.link(.returned, "Record the return", primary: primary)
            case .readHandBack: return page.offers.link(.readHandBack, "Read it", primary: primary)
            case .handBack: return page.offers.link(.handBack, "Write it", primary: primary)
            case .passOn: return page.offers.link(.passOn, "Send them on", primary: primary)
            case .recordHandover: return page.offers.link(.handover, "Record the meeting", primary: primary)
            case .answerChange: return change(.acknowledgeChange, "Open the change", at: "#open")
            case .resolveChange: return change(.resolveChange, "Decide which stands", at: "#open")
            case .reportChange:
                return change(
                    .reportChange, due.code == .moneyGap ? "Open their circumstances" : "Open their contacts")
            case .assess where page.offers.may(.assess), .streamCustomer where page.offers.may(.stream):
                return LinkButton(
                    "Open the assessment", to: SiteURL.assessment(page.seen.id).address, primary: primary)
            case .mandateAction where page.offers.may(.planNotice):
                return LinkButton("Open the plan", to: SiteURL.plan(page.seen.id).address, primary: primary)
            case .rateBarriers: return page.offers.link(.barriers, "Look at it again", primary: primary)
            case .recordProof:
                let jobs = page.seen.employment?.heldJobs ?? []
                guard page.offers.may(.proof), let job = jobs.last else { return nil }
                return jobs.count == 1
                    ? page.offers.link(.proof, "Record proof", item: job.id.description, primary: primary)
                    : LinkButton("Choose the job", to: "#work", primary: primary)
            default: return nil
            }
        }

        /// Where a change that was told is answered, with every version and how far it has come.
        private func change(_ form: CaseFormName, _ words: String, at place: String = "") -> LinkButton? {
            guard page.offers.may(form) else { return nil }
            return LinkButton(words, to: SiteURL.circumstances(page.seen.id).address + place, primary: primary)
        }
    }
}
