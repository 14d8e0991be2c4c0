public import Kernel

/// One meeting between a customer and whoever supports them, from booking to what came of it (C05, C08).
public struct Appointment: Sendable, Equatable {
    public let id: Identifier<Appointment>
    public let booked: EventStamp
    public let purpose: AppointmentPurpose
    public let adviser: Identifier<Person>
    /// The organisation whose office it is held at, or that makes the call.
    public let office: Identifier<Organisation>
    public internal(set) var slot: Slot
    /// Why it is in a time that is taken, where it falls in one; the person reads it (G-017).
    public internal(set) var despite: Sealed<Words> = .shut
    /// What was said of an interpreter for the time it has now, where they need one (G-033).
    public internal(set) var interpreter: Sealed<MeetingInterpreter> = .shut
    /// Why it is in a group, where they would rather be seen one to one; the person reads it (G-037, G-124).
    public internal(set) var againstWish: Sealed<Words> = .shut
    public internal(set) var notices: [Notice] = []
    public internal(set) var reminders: [EventStamp] = []
    /// Notices and reminders that did not reach the customer, by the event that recorded each.
    public internal(set) var undelivered: [Identifier<Event<CaseFile>>: NotDelivered] = [:]
    public internal(set) var moves: [Move] = []
    /// When the person said that they will be there at the time it has now.
    public internal(set) var confirmed: EventStamp?
    public internal(set) var moveRequests: [MoveRequest] = []
    public internal(set) var outcome: Outcome?
    /// What it told, where it is a first one and that is on record.
    public internal(set) var firstTold: FirstTold?

    public struct Notice: Sendable, Equatable {
        public let event: EventStamp
        public let notice: NoticeGiven
    }

    public struct Move: Sendable, Equatable {
        public let event: EventStamp
        public let from: Slot
        public let asked: AskedBy
        public let reason: String
    }

    /// The person asked for another time, or said that they cannot come.
    public struct MoveRequest: Sendable, Equatable {
        public let event: EventStamp
        /// The start they cannot come to.
        public let starts: Instant
        /// How and when they said so, where staff wrote it down for them.
        public let taken: SaidAhead?
        public let words: Sealed<Words>
        /// When it was answered without a move, and how.
        public internal(set) var answered: EventStamp?
        public internal(set) var answer: Sealed<Words> = .shut

        /// `They asked on 12 June 2012`
        public var written: String { taken?.written ?? "They asked on \(event.recorded.day.written)" }
    }

    /// The request that still waits: nobody has answered, moved or cancelled since.
    public var waitingMove: MoveRequest? {
        moveRequests.last.flatMap { $0.answered == nil && $0.starts == slot.starts && outcome == nil ? $0 : nil }
    }

    public enum Outcome: Sendable, Equatable {
        case attended(EventStamp, Attendance)
        case cancelled(EventStamp, AskedBy, reason: String)
        case missed(EventStamp, reason: String?, Sealed<Words>)

        public var event: EventStamp {
            switch self {
            case .attended(let event, _), .cancelled(let event, _, _), .missed(let event, _, _): event
            }
        }
    }

    public var state: AppointmentState {
        switch outcome {
        case nil: .booked
        case .attended: .attended
        case .cancelled: .cancelled
        case .missed: .missed
        }
    }

    /// The notices that went, so that something may rest on them.
    public var servedNotices: [Notice] { notices.filter { undelivered[$0.event.id] == nil } }

    /// Without what is of categories that are not for a reader: why it is in a time that is taken, which the plan has, what
    /// was said of an interpreter, which tells how to talk with them, and why it is against a wish, which an assessment has.
    func seen(through sight: Sight) -> Appointment {
        var copy = self
        if !sight.sees(.plan) { copy.despite = .shut }
        if !sight.sees(.contact) { copy.interpreter = .shut }
        if !sight.sees(.assessment) { copy.againstWish = .shut }
        // Whoever sat beside them may read beside them too, so it is on no page of theirs and in no answer to a
        // program of theirs; a copy of the record has it (ours).
        let isForStaff = sight.opensSealed && ![.oneself, .supporter].contains(sight.relation)
        if !isForStaff, case .attended(let event, var attendance) = outcome {
            attendance.company = .shut
            copy.outcome = .attended(event, attendance)
        }
        return copy
    }

    /// Whether somebody met or spoke with the customer.
    public var attendance: Attendance? {
        if case .attended(_, let attendance) = outcome { attendance } else { nil }
    }

    static func apply(_ fact: AppointmentFact, _ stamp: EventStamp, to appointments: inout [Appointment]) {
        func change(_ id: Identifier<Appointment>, _ body: (inout Appointment) -> Void) {
            if let found = appointments.lastIndex(where: { $0.id == id }) { body(&appointments[found]) }
        }
        switch fact {
        case .booked(let id, let booking):
            appointments.append(
                Appointment(
                    id: id, booked: stamp, purpose: booking.purpose, adviser: booking.adviser, office: booking.office,
                    slot: booking.slot, despite: booking.despite, interpreter: booking.interpreter,
                    againstWish: booking.againstWish))
        case .noticeGiven(let id, let notice): change(id) { $0.notices.append(Notice(event: stamp, notice: notice)) }
        case .reminded(let id): change(id) { $0.reminders.append(stamp) }
        case .undelivered(let id, let event, let reason): change(id) { $0.undelivered[event] = reason }
        case .moved(let id, let slot, let asked, let reason, let despite, let interpreter, let againstWish):
            change(id) {
                $0.moves.append(Move(event: stamp, from: $0.slot, asked: asked, reason: reason))
                $0.slot = slot
                $0.despite = despite
                $0.interpreter = interpreter
                $0.againstWish = againstWish
                $0.confirmed = nil
            }
        case .confirmed(let id, let starts): change(id) { if $0.slot.starts == starts { $0.confirmed = stamp } }
        case .moveAsked(let id, let starts, let taken, let words):
            change(id) {
                $0.moveRequests.append(MoveRequest(event: stamp, starts: starts, taken: taken, words: words))
                $0.confirmed = nil
            }
        case .moveAnswered(let id, let words):
            change(id) {
                guard let last = $0.moveRequests.indices.last else { return }
                $0.moveRequests[last].answered = stamp
                $0.moveRequests[last].answer = words
            }
        case .cancelled(let id, let asked, let reason, _):
            change(id) { $0.outcome = .cancelled(stamp, asked, reason: reason) }
        case .attended(let id, let attendance): change(id) { $0.outcome = .attended(stamp, attendance) }
        case .firstToldOf(let id, let list): change(id) { $0.firstTold = FirstTold(event: stamp, list: list) }
        case .missed(let id, let reason, let words): change(id) { $0.outcome = .missed(stamp, reason: reason, words) }
        case .outcomeWithdrawn(let id, _, _):
            change(id) {
                $0.outcome = nil
                $0.firstTold = nil
            }
        }
    }
}

public enum AppointmentState: String, Sendable, CaseIterable {
    case booked, attended, missed, cancelled
}

/// What an appointment is for.
public enum AppointmentPurpose: String, Sendable, CaseIterable {
    case first, review, interview
    case inWork = "in-work"

    public var title: String {
        switch self {
        case .first: "First appointment"
        case .review: "Review"
        case .interview: "Work-focused interview"
        case .inWork: "In-work support"
        }
    }
}

/// How people meet.
public enum ContactMode: String, Sendable, CaseIterable {
    case faceToFace = "face-to-face"
    case phone, video, group

    public var title: String {
        switch self {
        case .faceToFace: "Face to face"
        case .phone: "By phone"
        case .video: "By video"
        case .group: "In a group"
        }
    }

    /// Whether people are in one room.
    public var isInPerson: Bool { self == .faceToFace || self == .group }
}

/// When, for how long, and how.
public struct Slot: Sendable, Hashable {
    public let starts: Instant
    /// 5 to 480.
    public let minutes: Int
    public let mode: ContactMode

    /// - Refuses: a length outside 5 minutes to 8 hours.
    public init(starts: Instant, minutes: Int, mode: ContactMode) throws(Refusal) {
        guard (5...480).contains(minutes) else {
            throw Refusal(
                "slot.length", "An appointment lasts from 5 minutes to 8 hours. Change the length.", field: "minutes")
        }
        self.starts = starts
        self.minutes = minutes
        self.mode = mode
    }

    public var ends: Instant { starts.adding(minutes: minutes) }
    public var day: CalendarDay { starts.day }

    /// Whether two slots share any time.
    public func overlaps(_ other: Slot) -> Bool { starts < other.ends && other.starts < ends }
}

public enum AskedBy: String, Sendable, CaseIterable {
    case customer, provider, jobcentre
}

/// A dated notice as it was served: the text is kept as a document and named here by its digest (C05, D-062, K-027).
public struct NoticeGiven: Sendable, Equatable {
    /// SHA-256 of the exact text, in hexadecimal.
    public let digest: String
    public let route: NoticeRoute
    /// The day it reached the person, or should have: posted notices two working days after posting.
    public let served: CalendarDay
    /// Whether it says that attending is required and what can follow.
    public let mandatory: Bool
    /// The start of the appointment that it names, so that a move makes it out of date.
    public let names: Instant

    public init(digest: String, route: NoticeRoute, served: CalendarDay, mandatory: Bool, names: Instant) {
        self.digest = digest
        self.route = route
        self.served = served
        self.mandatory = mandatory
        self.names = names
    }
}

public enum NoticeRoute: String, Sendable, CaseIterable {
    case post, email
    case byHand = "by-hand"

    public var title: String {
        switch self {
        case .post: "By post"
        case .email: "By e-mail"
        case .byHand: "Given by hand"
        }
    }
}

/// What happened when somebody came.
public struct Attendance: Sendable, Equatable {
    public let mode: ContactMode
    public let minutes: Int
    /// Minutes late; 0 when on time. Coming late is attending.
    public let late: Int
    /// Who was with them, and whether they were offered time alone.
    public internal(set) var company: Sealed<MeetingCompany>

    public init(mode: ContactMode, minutes: Int, late: Int, company: Sealed<MeetingCompany> = .shut) {
        self.mode = mode
        self.minutes = minutes
        self.late = late
        self.company = company
    }
}
