import Casework
import Kernel
import Office

extension Shape where Value == Told<SeenCase> {
    /// A customer's record by section. A section that is not for the reader is not there.
    static var customer: Shape {
        Shape(
            "Customer",
            [
                Member("id", .reference) { .text($0.id) },
                Member("sequence", .whole, "The number of the last event: send it back as `seen`, or in If-Match.") {
                    .int($0.sequence)
                },
                Member("today", .day) { .text($0.opened.today) },
                Member("relation", .coded(Relation.self), "What your organisation is to this person.") {
                    .string($0.opened.relation.rawValue)
                },
                Member(
                    "sees", .list(Shape<(Casework.Category, Sight.Reason)>.reason.type), "Why you can see each section."
                ) {
                    told in
                    Shape<(Casework.Category, Sight.Reason)>.reason.list(
                        Casework.Category.allCases.compactMap { category in
                            told.sight.reason(for: category).map { (category, $0) }
                        })
                },
                Member("unseen", .list(.coded(Casework.Category.self)), "What you do not see.") { told in
                    .array(
                        Casework.Category.allCases.filter { !told.sight.sees($0) }.map { .string($0.rawValue) })
                },
                Member("standing", Shape<Standing>.standing.type, "Where they are, and what waits to be done.") {
                    Shape<Standing>.standing.json($0.opened.standing)
                },
                Member(
                    "whereabouts", Shape<Told<Whereabouts>>.whereabouts.type,
                    "Where they are and what comes next, as their own first page says it."
                ) { Shape<Told<Whereabouts>>.whereabouts.json($0.with($0.opened.whereabouts)) },
                Member("identity", Shape<Told<Identity>>.identity.type, optional: true) { told in
                    told.identity.map { Shape<Told<Identity>>.identity.json(told.with($0)) }
                },
                Member("home", .named, optional: true, "Who keeps the record: the jobcentre, if one does.") { told in
                    (told.keepers?.leading).map(told.organisation)
                },
                Member(
                    "keepers", .list(Shape<Told<Keepers.Keeper>>.keeper.type), optional: true,
                    "Everybody who keeps it: at most one jobcentre and one council service."
                ) { told in told.keepers.map { told.json($0.all, .keeper) } },
                Member("referrals", .list(Shape<Told<Referral>>.referral.type), optional: true) {
                    $0.sight.sees(.referral) ? .some($0.json($0.referrals, .referral)) : nil
                },
                Member("lead", Shape<Told<Lead>>.lead.type, optional: true, "Who leads the help they get.") { told in
                    told.part.lead(on: told.opened.today).map { Shape<Told<Lead>>.lead.json(told.with($0)) }
                },
                Member("last-talk", Shape<Told<LastTalk>>.lastTalk.type, optional: true, "Who talked with them last.") {
                    told in told.lastTalk.map { Shape<Told<LastTalk>>.lastTalk.json(told.with($0)) }
                },
                Member("interview", Shape<Told<ReferralInterview>>.interview.type, optional: true) { told in
                    told.interview.map { Shape<Told<ReferralInterview>>.interview.json(told.with($0)) }
                },
                Member(
                    "records", .list(.reference), optional: true,
                    "Other records of the same person that are part of it."
                ) { $0.merges.map { .array($0.absorbed.map { .text($0.other) }) } },
                Member("erased", .list(Shape<Told<Customer.Erased>>.erased.type), "What was erased of it, and when.") {
                    $0.json($0.erasures, .erased)
                },
                Member("benefits", .list(Shape<Told<(String, BenefitSpell)>>.benefit.type), optional: true) { told in
                    (told.sight.sees(.money) ? told.circumstances : nil).map { held in
                        told.json(
                            held.benefits.flatMap { code in held.spells(of: code).map { (code, $0) } }, .benefit)
                    }
                },
                Member("jobs", .list(Shape<Told<Job>>.job.type), optional: true) { told in
                    told.employment.map { told.json($0.jobs, .job) }
                },
                Member("proofs", .list(Shape<Told<RecordedProof>>.proof.type), optional: true) { told in
                    told.employment.map { told.json($0.proofs, .proof) }
                },
                Member("assessments", .list(Shape<Told<Assessment>>.assessment.type), optional: true) { told in
                    told.assessments.map { told.json($0.all, .assessment) }
                },
                Member("barriers", .list(Shape<Told<RatedBarrier>>.barrier.type), optional: true) { told in
                    told.assessments.map { told.json($0.barriers, .barrier) }
                },
                Member("points", .list(Shape<Told<PointSeen>>.point.type), optional: true, "Nearness to work, A to D.")
                {
                    told in told.assessments.map { told.json($0.points, .point) }
                },
                Member(
                    "specialists", .list(Shape<Told<SpecialistResult>>.specialist.type), optional: true,
                    "What specialists and trainers found out."
                ) { told in told.assessments.map { told.json($0.specialists, .specialist) } },
            ])
    }
}

extension Shape where Value == (Casework.Category, Sight.Reason) {
    static var reason: Shape {
        Shape(
            "Reason",
            [
                Member("category", .coded(Casework.Category.self)) { .string($0.0.rawValue) },
                Member("basis", .coded(SharingBasis.self)) { .string($0.1.basis.rawValue) },
                Member("purpose", .text, optional: true, "What it is seen for, in words that follow “to”.") {
                    .text(of: $0.1.purpose)
                },
                Member("says", .text, "In words that the customer reads too.") { .string($0.1.sentence) },
            ])
    }
}

extension Shape where Value == Standing {
    static var standing: Shape {
        Shape(
            "Standing",
            [
                Member("says", .text) { .string($0.whereTheyAre) },
                Member("due", .list(Shape<Due>.due.type), "The most urgent first.") { Shape<Due>.due.list($0.dues) },
            ])
    }
}

extension Shape where Value == Due {
    static var due: Shape {
        Shape(
            "Due",
            [
                Member("code", .coded(DueCode.self)) { .string($0.code.rawValue) },
                Member("says", .text) { .string($0.sentence) },
                Member("day", .day) { .text($0.day) },
                Member("overdue", .flag) { .bool($0.overdue) },
                Member("act", .coded(Act.self), optional: true, "What would settle it.") {
                    $0.act.map { .string($0.rawValue) }
                },
                Member("appointment", .reference, optional: true) { .text(of: $0.appointment) },
                Member("promised-by", .reference, optional: true, "The adviser who promised it, not the reader.") {
                    .text(of: $0.owner?.person)
                },
                Member("promised-at", .reference, optional: true, "Where it was promised, not by the reader.") {
                    .text(of: $0.owner?.organisation)
                },
            ])
    }
}

extension Shape where Value == Told<Identity> {
    fileprivate static var identity: Shape {
        Shape(
            "Identity",
            [
                Member("given", .text) { .string($0.given) },
                Member("family", .text) { .string($0.family) },
                Member("born", .day, optional: true, "Not for somebody who acts for them.") {
                    .text(of: $0.opened.seen.born)
                },
                Member("number", .text, optional: true, "National insurance number.") {
                    .text(of: $0.nationalInsurance?.spaced)
                },
                Member("address", .text, optional: true) { .text(of: $0.address) },
                Member("phone", .text, optional: true) { .text(of: $0.phone) },
                Member("email", .text, optional: true) { .text(of: $0.email) },
                Member("email-agreed", .flag, optional: true, "Whether letters may go by e-mail.") {
                    $0.opened.seen.sight.sees(.contact) ? .bool($0.opened.seen.emailAgreed != nil) : nil
                },
                Member("language", .text, optional: true, "The language they read: en or cy.") {
                    .text(of: $0.opened.seen.language?.rawValue)
                },
                Member(
                    "needs", Shape<Told<StatedNeeds>>.needs.type, optional: true,
                    "What they need to be spoken with and written to."
                ) { told in told.opened.seen.needs.map { Shape<Told<StatedNeeds>>.needs.json(told.with($0)) } },
                Member(
                    "sources", .list(Shape<Told<DetailSource>>.source.type),
                    "Who recorded the name, the birth date and the number as they stand, and when."
                ) { told in told.json(told.opened.detailSources, .source) },
            ])
    }
}

extension Shape where Value == Told<DetailSource> {
    fileprivate static var source: Shape {
        Shape(
            "DetailSource",
            [
                Member("field", .coded(IdentityDetail.self)) { .string($0.detail.rawValue) },
                .event("event") { $0.event },
            ])
    }
}

extension Shape where Value == Told<Keepers.Keeper> {
    fileprivate static var keeper: Shape {
        Shape(
            "Keeper",
            [
                Member("organisation", .named) { $0.organisation($0.part.organisation) },
                Member("home", .coded(CustomerHome.self)) { .string($0.home.rawValue) },
                Member("since", .day) { .text($0.since) },
            ])
    }
}

extension Shape where Value == Told<ReferralInterview> {
    fileprivate static var interview: Shape {
        Shape(
            "ReferralInterview",
            [
                .event("event") { $0.event },
                Member("programme", .text) { .string($0.programme) },
                Member("explained", .list(.text), "What was explained, by the programme's codes.") {
                    .array($0.explained.map { .string($0) })
                },
                Member("in-writing", .flag, "Whether it was given in writing too.") { .bool($0.inWriting) },
                Member("withheld", .list(.text), "Items the person does not want to go with the referral.") {
                    .array($0.withheld.map { .string($0) })
                },
            ])
    }
}

extension Shape where Value == Told<Customer.Erased> {
    fileprivate static var erased: Shape {
        Shape(
            "Erased",
            [
                .event("event") { $0.event },
                Member("classes", .list(.coded(RetentionClass.self))) {
                    .array($0.erasure.classes.map { .string($0.rawValue) })
                },
                Member("why", .coded(ErasureReason.self)) { .string($0.erasure.why.rawValue) },
                Member("evidence-until", .day, optional: true, "When the proof of what was earned may go too.") {
                    .text(of: $0.erasure.evidenceUntil)
                },
                Member("proof", .text, "The digest of the written proof.") { .string($0.erasure.proof) },
            ])
    }
}
