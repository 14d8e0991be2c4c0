import Casework
import Kernel
import TestSupport
import Testing

@testable import Records

@Suite("The diary")
struct DiaryTests {
    @Test("An adviser's day is in order, with what came of each appointment (C05)", arguments: Engine.allCases)
    func day(engine: Engine) async throws {
        let listed = try await ListedStore(engine)
        try await listed.customer(3, "Ann Third", to: .booked)
        try await listed.customer(1, "Ann First", to: .attached)
        let day = try CalendarDay("2011-06-27")
        let rows = try await listed.store.read {
            try DiaryQuery.day(day, of: ListedStore.adviser.person, in: $0)
        }
        #expect(rows.map(\.name) == ["Ann First", "Ann Third"])
        #expect(rows.map(\.state) == [.attended, .booked])
        #expect(rows.map(\.ends) == rows.map { $0.starts.adding(minutes: 30) })
        #expect(rows.allSatisfy { $0.noticeServed == nil })
        let other = try await listed.store.read {
            try DiaryQuery.day(day.adding(days: 1), of: ListedStore.adviser.person, in: $0)
        }
        #expect(other.isEmpty)
        try await listed.store.close()
    }

    @Test("A notice counts for the time it names, and no longer once that is moved (D-062)", arguments: Engine.allCases)
    func notice(engine: Engine) async throws {
        let listed = try await ListedStore(engine)
        let file = try await listed.customer(1, to: .booked)
        let appointment = try #require(file.appointments.last)
        let now = try Instant("2011-06-21T11:00Z")
        try await listed.perform(
            GiveNotice(
                appointment: appointment.id, route: .byHand, mandatory: false, digest: String(repeating: "a", count: 64)
            ), on: file.id, as: ListedStore.adviser, at: now)
        let day = appointment.slot.day
        let served = try await listed.store.read {
            try DiaryQuery.day(day, of: ListedStore.adviser.person, in: $0).map(\.noticeServed)
        }
        #expect(served == [now.day])
        let later = try Slot(starts: appointment.slot.starts.adding(minutes: 60), minutes: 30, mode: .phone)
        try await listed.perform(
            MoveAppointment(appointment: appointment.id, slot: later, asked: .provider, reason: "room"),
            on: file.id, as: ListedStore.adviser, at: now)
        let moved = try await listed.store.read {
            try DiaryQuery.day(day, of: ListedStore.adviser.person, in: $0)
        }
        #expect(moved.map(\.noticeServed) == [nil] && moved.map(\.mode) == [.phone])
        #expect(moved.map(\.starts) == [later.starts])
        try await listed.store.close()
    }

    @Test(
        "A slot overlaps what shares any of its time, is to come or was held, and is another appointment",
        arguments: Engine.allCases)
    func overlaps(engine: Engine) async throws {
        let listed = try await ListedStore(engine)
        let booked = try #require(try await listed.customer(1, to: .booked).appointments.last)
        try await listed.customer(9, to: .attached)
        func overlaps(_ minutes: Int, _ length: Int, except: Identifier<Appointment>? = nil) async throws -> Bool {
            let slot = try Slot(
                starts: booked.slot.starts.adding(minutes: minutes), minutes: length, mode: .faceToFace)
            return try await listed.store.read {
                try DiaryQuery.overlaps(ListedStore.adviser.person, slot: slot, except: except, in: $0)
            }
        }
        #expect(try await overlaps(0, 30))
        #expect(try await overlaps(-10, 11))
        #expect(try await overlaps(29, 5))
        #expect(try await overlaps(-400, 480))
        #expect(try await overlaps(-10, 10) == false)
        #expect(try await overlaps(30, 60) == false)
        #expect(try await overlaps(0, 30, except: booked.id) == false)
        #expect(try await overlaps(240, 30), "what is held takes its time, however early it was recorded")
        try await listed.store.close()
    }
}
