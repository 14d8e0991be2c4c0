public import Kernel

public enum AppointmentFact: Sendable, Equatable {
    case booked(Identifier<Appointment>, Booking)
    case noticeGiven(Identifier<Appointment>, NoticeGiven)
    case reminded(Identifier<Appointment>)
    /// The notice or reminder that an event recorded did not reach the customer, so nothing may rest on it.
    case undelivered(Identifier<Appointment>, Identifier<Event<CaseFile>>, NotDelivered)
    /// - Parameters:
    ///   - despite: why in a time that is taken, where it falls in one.
    ///   - interpreter: what is said of one for this time, where they need one.
    ///   - againstWish: why in a group, where they would rather be seen one to one.
    case moved(
        Identifier<Appointment>, to: Slot, asked: AskedBy, reason: String, despite: Sealed<Words> = .shut,
        interpreter: Sealed<MeetingInterpreter> = .shut, againstWish: Sealed<Words> = .shut)
    /// The person said that they will be there at this start.
    case confirmed(Identifier<Appointment>, starts: Instant)
    /// The person asked for another time than this start; with how and when, where staff wrote it down for them.
    case moveAsked(Identifier<Appointment>, starts: Instant, taken: SaidAhead? = nil, Sealed<Words>)
    /// The request was answered, and the time stays as it is.
    case moveAnswered(Identifier<Appointment>, Sealed<Words>)
    case cancelled(Identifier<Appointment>, asked: AskedBy, reason: String, Sealed<Words>)
    case attended(Identifier<Appointment>, Attendance)
    /// What the first meeting told, of what it has to tell.
    case firstToldOf(Identifier<Appointment>, FirstMeetingList)
    /// The reason's code when the person gave one, and their words.
    case missed(Identifier<Appointment>, reason: String?, Sealed<Words>)
    /// The recorded outcome was a mistake; names the event that recorded it.
    case outcomeWithdrawn(Identifier<Appointment>, Identifier<Event<CaseFile>>, Sealed<Words>)

    public struct Booking: Sendable, Equatable {
        public let purpose: AppointmentPurpose
        public let adviser: Identifier<Person>
        public let office: Identifier<Organisation>
        public let slot: Slot
        /// Why in a time that is taken, where it falls in one (G-017).
        public let despite: Sealed<Words>
        /// What is said of an interpreter, where they need one (G-033).
        public let interpreter: Sealed<MeetingInterpreter>
        /// Why in a group, where they would rather be seen one to one (G-037, G-124).
        public let againstWish: Sealed<Words>

        public init(
            purpose: AppointmentPurpose, adviser: Identifier<Person>, office: Identifier<Organisation>, slot: Slot,
            despite: Sealed<Words> = .shut, interpreter: Sealed<MeetingInterpreter> = .shut,
            againstWish: Sealed<Words> = .shut
        ) {
            self.purpose = purpose
            self.adviser = adviser
            self.office = office
            self.slot = slot
            self.despite = despite
            self.interpreter = interpreter
            self.againstWish = againstWish
        }
    }

    public var appointment: Identifier<Appointment> {
        switch self {
        case .booked(let id, _), .noticeGiven(let id, _), .reminded(let id), .moved(let id, _, _, _, _, _, _),
            .cancelled(let id, _, _, _), .attended(let id, _), .missed(let id, _, _), .outcomeWithdrawn(let id, _, _),
            .undelivered(let id, _, _), .confirmed(let id, _), .moveAsked(let id, _, _, _), .moveAnswered(let id, _),
            .firstToldOf(let id, _):
            id
        }
    }
}

extension AppointmentFact: FactCoding {
    public var kind: String {
        switch self {
        case .booked: "appointment.booked"
        case .noticeGiven: "appointment.noticeGiven"
        case .reminded: "appointment.reminded"
        case .undelivered: "appointment.undelivered"
        case .moved: "appointment.moved"
        case .confirmed: "appointment.confirmed"
        case .moveAsked: "appointment.moveAsked"
        case .moveAnswered: "appointment.moveAnswered"
        case .cancelled: "appointment.cancelled"
        case .attended: "appointment.attended"
        case .firstToldOf: "appointment.firstToldOf"
        case .missed: "appointment.missed"
        case .outcomeWithdrawn: "appointment.outcomeWithdrawn"
        }
    }
    public var version: Int { 1 }
    public var occurred: Occurrence? {
        if case .moveAsked(_, _, let taken?, _) = self { .instant(taken.at) } else { nil }
    }

    public var clear: JSON {
        let id: JSON = .text(appointment)
        switch self {
        case .booked(_, let booking):
            return .fields([
                "appointment": id, "purpose": .string(booking.purpose.rawValue), "adviser": .text(booking.adviser),
                "office": .text(booking.office), "slot": booking.slot.json,
            ])
        case .noticeGiven(_, let notice):
            return [
                "appointment": id, "digest": .string(notice.digest), "route": .string(notice.route.rawValue),
                "served": .text(notice.served), "mandatory": .bool(notice.mandatory), "names": .text(notice.names),
            ]
        case .reminded, .moveAnswered: return ["appointment": id]
        case .confirmed(_, let starts): return ["appointment": id, "starts": .text(starts)]
        case .moveAsked(_, let starts, let taken, _):
            return .fields([
                "appointment": id, "starts": .text(starts), "how": taken.map { .string($0.how.rawValue) },
                "said": taken.map { .text($0.at) },
            ])
        case .undelivered(_, let event, let reason):
            return ["appointment": id, "told": .text(event), "reason": .string(reason.rawValue)]
        case .moved(_, let slot, let asked, let reason, _, _, _):
            return [
                "appointment": id, "slot": slot.json, "asked": .string(asked.rawValue), "reason": .string(reason),
            ]
        case .cancelled(_, let asked, let reason, _):
            return ["appointment": id, "asked": .string(asked.rawValue), "reason": .string(reason)]
        case .attended(_, let attendance):
            return [
                "appointment": id, "mode": .string(attendance.mode.rawValue), "minutes": .int(attendance.minutes),
                "late": .int(attendance.late),
            ]
        case .firstToldOf(_, let list):
            return [
                "appointment": id, "told": .array(list.told.map { .string($0) }),
                "left": .array(list.left.map { .string($0) }), "signed": .bool(list.signed),
            ]
        case .missed(_, let reason, _): return .fields(["appointment": id, "reason": reason.map { .string($0) }])
        case .outcomeWithdrawn(_, let event, _): return ["appointment": id, "corrects": .text(event)]
        }
    }

    public var sealed: SealedPart? {
        switch self {
        case .cancelled(_, _, _, let words), .outcomeWithdrawn(_, _, let words), .moveAsked(_, _, _, let words),
            .moveAnswered(_, let words):
            words.part(.support)
        case .booked(_, let booking):
            MeetingInterpreter.sealed(booking.despite, booking.interpreter, booking.againstWish)
        case .moved(_, _, _, _, let despite, let interpreter, let againstWish):
            MeetingInterpreter.sealed(despite, interpreter, againstWish)
        case .attended(_, let attendance): attendance.company.companyPart
        case .missed(_, _, let words): words.part(.evidence)
        default: nil
        }
    }

    public init(kind: String, version: Int, clear: JSON, sealed: JSON?) throws {
        let id: Identifier<Appointment> = try clear.identifier("appointment")
        switch (kind, version) {
        case ("appointment.booked", 1):
            self = .booked(
                id,
                Booking(
                    purpose: try clear.coded("purpose"), adviser: try clear.identifier("adviser"),
                    office: try clear.identifier("office"), slot: try clear.required("slot") { try Slot($0) },
                    despite: try Sealed(ofMeeting: sealed), interpreter: try Sealed(sealed),
                    againstWish: try Sealed(againstWish: sealed)))
        case ("appointment.noticeGiven", 1):
            self = .noticeGiven(
                id,
                NoticeGiven(
                    digest: try clear.string("digest"), route: try clear.coded("route"),
                    served: try clear.day("served"), mandatory: try clear.bool("mandatory"),
                    names: try clear.instant("names")))
        case ("appointment.reminded", 1): self = .reminded(id)
        case ("appointment.undelivered", 1):
            self = .undelivered(id, try clear.identifier("told"), try clear.coded("reason"))
        case ("appointment.moved", 1):
            self = .moved(
                id, to: try clear.required("slot") { try Slot($0) }, asked: try clear.coded("asked"),
                reason: try clear.string("reason"), despite: try Sealed(ofMeeting: sealed),
                interpreter: try Sealed(sealed), againstWish: try Sealed(againstWish: sealed))
        case ("appointment.confirmed", 1): self = .confirmed(id, starts: try clear.instant("starts"))
        case ("appointment.moveAsked", 1):
            let said = try clear.optional("said", JSON.instant)
            self = .moveAsked(
                id, starts: try clear.instant("starts"),
                taken: try said.map { SaidAhead(how: try clear.coded("how"), at: $0) }, try Sealed(sealed))
        case ("appointment.moveAnswered", 1): self = .moveAnswered(id, try Sealed(sealed))
        case ("appointment.cancelled", 1):
            self = .cancelled(
                id, asked: try clear.coded("asked"), reason: try clear.string("reason"), try Sealed(sealed))
        case ("appointment.attended", 1):
            self = .attended(
                id,
                Attendance(
                    mode: try clear.coded("mode"), minutes: try clear.int("minutes"), late: try clear.int("late"),
                    company: try Sealed(company: sealed)))
        case ("appointment.firstToldOf", 1):
            self = .firstToldOf(
                id,
                FirstMeetingList(
                    told: try clear.strings("told"), left: try clear.strings("left"), signed: try clear.bool("signed")))
        case ("appointment.missed", 1):
            self = .missed(id, reason: try clear.optional("reason", JSON.string), try Sealed(sealed))
        case ("appointment.outcomeWithdrawn", 1):
            self = .outcomeWithdrawn(id, try clear.identifier("corrects"), try Sealed(sealed))
        default: throw JSONFault.unknown(kind, version)
        }
    }
}

extension Slot {
    var json: JSON {
        ["starts": .text(starts), "minutes": .int(minutes), "mode": .string(mode.rawValue)]
    }

    init(_ json: JSON) throws {
        try self.init(starts: json.instant("starts"), minutes: json.int("minutes"), mode: json.coded("mode"))
    }
}
