import Casework
import Kernel
import Office
import Records

/// What waits for one customer, on a list of many.
struct WaitingItem: Sendable {
    let subject: Identifier<CaseFile>
    let name: String
    let due: Due
    /// The name of whoever promised it, where the reader did not.
    let owner: String?
    /// Where it is done; nil when somebody else does it.
    let address: String?

    var sortKey: (Int, CalendarDay, String) { (due.rank, due.day, name) }
}

/// The dues of many customers, parted into what this person can do and what others do.
struct WorkToDo: Sendable {
    private(set) var mine: [WaitingItem] = []
    private(set) var others: [WaitingItem] = []

    /// - Parameters:
    ///   - told: customers of others, of whom a change was told to the reader's organisation.
    ///   - urgent: customers of any list, who may be in danger and of whom the reader is told.
    init(
        _ rows: [(row: CaseloadRow, listed: ListedStanding)],
        told: [(subject: Identifier<CaseFile>, listed: ListedStanding)] = [],
        urgent: [(subject: Identifier<CaseFile>, listed: ListedStanding)] = [], for role: Role
    ) {
        for (row, listed) in rows {
            add(listed.standing.dues, of: row.subject, row.name ?? "Details erased", listed, role)
        }
        for (people, isFor) in [(told, \Due.isTold), (urgent, \Due.isUrgent)] {
            for (subject, listed) in people {
                let name = listed.name ?? "Customer \(subject.description.suffix(6))"
                add(listed.standing.dues.filter { $0[keyPath: isFor] }, of: subject, name, listed, role)
            }
        }
        mine.sort { $0.sortKey < $1.sortKey }
        others.sort { $0.sortKey < $1.sortKey }
    }

    private mutating func add(
        _ dues: [Due], of subject: Identifier<CaseFile>, _ name: String, _ listed: ListedStanding, _ role: Role
    ) {
        for due in dues {
            guard due.act != nil else { continue }
            let can = due.falls(to: role, as: listed.relation, holding: listed.held, at: listed.organisation)
            let item = WaitingItem(
                subject: subject, name: name, due: due, owner: due.owner.flatMap { listed.owners[$0] },
                address: can ? due.form(on: subject).address : nil)
            if can { mine.append(item) } else { others.append(item) }
        }
    }
}

extension Due {
    /// Whether it waits for an organisation that was told it, whoever's list the customer is on: a change, a complaint,
    /// that a record became part of another, or that it was taken apart from one.
    var isTold: Bool {
        [.applyChange, .resolveChange, .answerComplaint, .madeOne, .takenApart].contains(code)
    }

    /// Whether somebody may be in danger and nobody named has taken over, which is said before all else (G-079).
    var isUrgent: Bool { code == .handOverUrgent }

    /// What and by when, with the name of whoever promised it, where another than the reader did.
    func sentence(of owner: String?) -> String { owner.map { "\(sentence) It is for \($0) to do." } ?? sentence }

    /// Whether it falls to a reader, of those whose power it is: what falls to one organisation to it alone, a meeting to
    /// whoever holds it, and the rest of the support to the provider.
    func falls(
        to role: Role, as relation: Relation, holding held: Set<Identifier<Appointment>>,
        at organisation: Identifier<Organisation>
    ) -> Bool {
        guard let act, Powers.grant(act, to: role, as: relation) != nil else { return false }
        if let only = self.organisation { return only == organisation }
        if let appointment { return held.contains(appointment) }
        return relation != .jobcentre || act != .bookAppointment
    }

    /// Where it is settled: the form that does it, or the customer's page.
    func form(on subject: Identifier<CaseFile>) -> SiteURL {
        func item(_ form: CaseFormName) -> SiteURL {
            appointment.map { .itemForm(form, subject, item: $0.description) } ?? .customer(subject)
        }
        return switch act {
        case .bookAppointment: .form(.book, subject)
        case .giveNotice: item(.notice)
        case .recordFirstMeeting: item(.firstMeeting)
        case .moveAppointment: item(.move)
        case .cancelAppointment: item(.cancel)
        case .takeUpRecord: .form(.tellKeeper, subject)
        case .nameLead: .form(.nameLead, subject)
        case .recordContact: .form(.contact, subject)
        case .tellOfHolder: .form(.tellHolder, subject)
        case .tellOfEnd: .form(.tellEnd, subject)
        case .recordReturn: .form(.returned, subject)
        case .stateStatus: .form(.takingPart, subject)
        case .readHandBack: .form(.readHandBack, subject)
        case .askForDetails: .form(.askDetails, subject)
        case .answerDetails: .form(.answerDetails, subject)
        case .handBack: .form(.handBack, subject)
        case .changeAdviser: .form(.changeAdviser, subject)
        case .recordHandover: .form(.handover, subject)
        case .decideToJoin: programme.map { .itemForm(.decideToJoin, subject, item: $0) } ?? .customer(subject)
        case .editPlan, .answerPlan, .reviewPlan, .mandateAction: .plan(subject)
        case .assess, .streamCustomer: .assessment(subject)
        case .rateBarriers: .form(.barriers, subject)
        case .recordConsent: .sharing(subject)
        case .reportChange, .answerChange, .resolveChange: .circumstances(subject)
        default: .customer(subject)
        }
    }

    /// The button's word.
    var verb: String {
        switch act {
        case .bookAppointment: "Book"
        case .giveNotice: "Write"
        case .moveAppointment: "Move"
        case .cancelAppointment: "Cancel"
        case .recordAttendance, .recordFirstMeeting, .decideToJoin: "Record"
        case .acknowledgeReferral: "Acknowledge"
        case .assign: "Assign"
        case .answerQuery, .answerQuestion, .answerComplaint, .answerDetails: "Answer"
        case .askForDetails: "Ask"
        case .resolveChange: "Decide"
        case .rateBarriers: "Look again"
        case .changeAdviser, .nameLead: "Choose"
        case .recordConsent: "Ask them"
        case .recordContact, .recordHandover, .recordReturn, .stateStatus: "Record"
        case .tellOfHolder, .takeUpRecord, .tellOfEnd: "Tell them"
        case .readHandBack: "Read"
        case .handBack: "Write"
        default: "Open"
        }
    }
}

/// A list of what waits, each with the customer, a sentence and a button.
struct WaitingList: Component {
    let heading: String
    let items: [WaitingItem]
    let today: CalendarDay

    var body: some HTML { DataTable(heading, rows: items, captionIsUnseen: true, columns: columns) }

    private var columns: [Column<WaitingItem>] {
        var columns: [Column<WaitingItem>] = [
            Column("Customer", .heading) { item in
                a(.href(SiteURL.customer(item.subject).address)) { item.name }
            },
            Column("What waits") { item in
                if item.due.overdue { StatusTag("Late", .attention) }
                " \(item.due.sentence(of: item.owner))"
            },
            Column("Day") { [today] item in WrittenDay(item.due.day, today: today) },
        ]
        // What others do has no button, so no column for one.
        if items.contains(where: { $0.address != nil }) {
            columns.append(
                Column("Do it", .action) { item in
                    if let address = item.address { LinkButton(item.due.verb, to: address, about: "for \(item.name)") }
                })
        }
        return columns
    }
}
