import Kernel

@testable import Casework

/// One fact of every kind. The switches at the end do not compile when a case is added to `Fact` or `AreaFact` and not
/// thought of here.
enum OneOfEach {
    private static func id<Named>(_ number: UInt64) -> Identifier<Named> {
        Identifier(high: 0x0137_0000_0000_7000, low: 1 << 63 | number)
    }
    private static let words = Sealed.open(Words("A secret."))
    private static let referral: Identifier<Referral> = id(0x11)
    private static let appointment: Identifier<Appointment> = id(0x12)
    private static let job: Identifier<Job> = id(0x13)
    private static let proof: Identifier<Proof> = id(0x14)
    private static let event: Identifier<Event<CaseFile>> = id(0x15)
    private static let person: Identifier<Person> = id(0x16)
    private static let provider: Identifier<Organisation> = id(0x17)
    private static let jobcentre: Identifier<Organisation> = id(0x18)
    private static let area: Identifier<Area> = id(0x19)
    private static let token = DrawToken(random: .seeded(1))
    private static let starts = Instant(london: day("2012-06-14"), hour: 9, minute: 30)

    static let facts: [Fact] = made {
        try customer() + referrals() + appointments() + rest() + assessments + plan() + own() + ownPage() + chain()
            + safety + joining()
    }
    static let areaFacts: [AreaFact] = made {
        [
            .opened(.init(name: "West Yorkshire", nation: .england, commissioner: id(0x1a))),
            .keyCommitted(
                DrawPeriod(
                    id: "2012-06", from: day("2012-06-01"), until: day("2012-06-30"),
                    commitment: String(repeating: "c0", count: 32))),
            .keyPublished(period: "2012-06", key: String(repeating: "5e", count: 32)),
            .sharesSet(
                try ShareSetting(
                    programme: "work-programme-2011", group: "2", from: day("2012-06-01"),
                    shares: [
                        Share(provider: provider, tenThousandths: 5500),
                        Share(provider: id(0x1b), tenThousandths: 4500),
                    ])),
            .drawn(
                Draw(
                    number: 12, programme: "work-programme-2011", group: "2", token: token, period: "2012-06",
                    value: DrawValue(bits: 0x0123_4567_89AB_CDEF), provider: provider)),
        ]
    }

    private static func made<Value>(_ make: () throws -> [Value]) -> [Value] {
        do { return try make() } catch { preconditionFailure("\(error)") }
    }

    private static func identity() throws -> Sealed<Identity> {
        .open(
            try Identity(
                given: "Rosa", family: "Parr", born: day("1980-02-03"),
                nationalInsurance: NationalInsuranceNumber("QQ123456C"), address: "1 High Street\nWakefield",
                phone: "01924 555555", email: "rosa@example.org", on: day("2012-05-28")))
    }

    private static func customer() throws -> [Fact] {
        let identity = try identity()
        return [
            .customer(.registered(.init(jobcentre: jobcentre, drawToken: token, jointClaim: id(0x1c)), identity)),
            .customer(.corrected(event, fields: ["phone", "email"], identity)),
            .customer(.emailChosen(true)),
            .customer(.languageChosen(.welsh)),
            .customer(
                .needsStated(
                    .supporter,
                    .open(
                        try CommunicationNeeds(
                            spokenLanguage: "Punjabi", interpreter: .spoken, formats: [.largePrint, .braille],
                            called: "Bet")))),
            .customer(
                .erased(
                    .init(
                        classes: [.support, .identity], why: .asked, evidenceUntil: day("2018-08-09"),
                        proof: String(repeating: "e5", count: 32)))),
            .customer(
                .takenUp(.init(organisation: id(0x1d), home: .council, proof: .document, since: day("2012-06-01")))),
            .customer(.givenBack(.init(organisation: id(0x1d), to: id(0x1c)))),
            .customer(.toldOfKeeper(.init(route: .post, digest: String(repeating: "cd", count: 32)))),
            .customer(.untoldOfKeeper(event, .noAnswer)),
            .customer(.ledBy(id(0x1d), person)),
        ]
    }

    private static func referrals() throws -> [Fact] {
        let answers = ClaimAnswers(benefit: "JSA", since: day("2011-06-01"), circumstances: ["carer", "prognosis=6"])
        let facts: [ReferralFact] = [
            .interviewRecorded(
                programme: "work-programme-2011", explained: ["what", "pay"], inWriting: true, withheld: ["health"],
                words),
            .made(
                .init(
                    referral: referral, programme: "work-programme-2011", group: "2", basis: .mandatory,
                    on: day("2012-05-30"), area: area, nation: .scotland), .open(answers)),
            .allocated(
                referral, .init(draw: 12, value: DrawValue(bits: 0xABC), provider: provider, followed: true)),
            .transmitted(referral, items: ["name"], withheld: ["health"]),
            .acknowledged(referral),
            .queried(referral, reason: "unfit", words),
            .queryAnswered(referral, upheld: false, words),
            .detailsAsked(referral, [.reason, .barriers], words), .detailsAnswered(referral, words),
            .detailsEnough(referral),
            .queryExtended(referral, words),
            .statusStated(referral, .voluntary, from: day("2012-11-05"), words),
            .assigned(referral, provider, person),
            .adviserChanged(referral, provider, person, reason: "left", words),
            .attached(referral, on: day("2012-06-14"), until: day("2014-06-11")),
            .exited(referral, .workChoice, on: day("2013-02-04"), words), .returned(referral, on: day("2012-11-05")),
            .handedBack(referral, words), .handBackRead(referral),
            .toldOfEnd(referral, .init(route: .post, digest: String(repeating: "cd", count: 32))),
            .untoldOfEnd(referral, event, .noAnswer), .entryWithdrawn(referral, .exit, event, words),
        ]
        return facts.map { .referral($0) }
    }

    private static func appointments() throws -> [Fact] {
        let slot = try Slot(starts: starts, minutes: 60, mode: .faceToFace)
        let facts: [AppointmentFact] = [
            .booked(
                appointment,
                .init(
                    purpose: .inWork, adviser: person, office: provider, slot: slot, despite: words,
                    interpreter: .open(MeetingInterpreter(.without, why: Words("A secret."))))),
            .noticeGiven(
                appointment,
                NoticeGiven(
                    digest: String(repeating: "ab", count: 32), route: .byHand, served: day("2012-06-07"),
                    mandatory: true, names: starts)),
            .reminded(appointment),
            .undelivered(appointment, event, .refused),
            .confirmed(appointment, starts: starts),
            .moveAsked(
                appointment, starts: starts, taken: SaidAhead(how: .phone, at: starts.adding(minutes: -60)), words),
            .moveAnswered(appointment, words),
            .moved(
                appointment, to: slot, asked: .customer, reason: "travel", despite: words,
                interpreter: .open(MeetingInterpreter(.booked))),
            .cancelled(appointment, asked: .provider, reason: "room", words),
            .attended(appointment, Attendance(mode: .phone, minutes: 40, late: 5)),
            .firstToldOf(appointment, FirstMeetingList(told: ["expenses"], left: ["complain"], signed: true)),
            .missed(appointment, reason: "F-030", words),
            .outcomeWithdrawn(appointment, event, words),
        ]
        return facts.map { .appointment($0) }
    }

    private static func rest() throws -> [Fact] {
        let hours = try WeeklyHours(quarters: 150)
        let facts: [EmploymentFact] = [
            .jobStarted(
                .init(job: job, started: day("2012-08-01"), kind: .selfEmployed, hours: hours),
                .open(try JobDetails(employer: "The Mill", title: "Cook"))),
            .hoursChanged(job, from: day("2012-09-03"), hours),
            .jobEnded(job, last: day("2012-12-14"), reason: "F-252", words),
            .endWithdrawn(job, event, words),
            .jobWithdrawn(job, event, words),
            .proofRecorded(
                Proof(
                    id: proof, job: job, kind: "payslip", from: day("2012-08-01"), until: day("2012-08-28"),
                    earnings: Money(pence: 84_240), document: String(repeating: "9f", count: 32))),
            .proofWithdrawn(proof, event, words),
        ]
        let statement = BenefitStatement(
            benefit: "JSA", on: false, from: day("2012-08-01"), until: day("2012-10-30"), certainty: .known,
            source: .jobcentre)
        let terms = ConsentTerms(recipient: provider, categories: [.health, .identity], purpose: "training")
        let sharing: [SharingFact] = [
            .asked(id(0x1d), terms, words),
            .consented(id(0x1e), terms, until: day("2013-06-14"), .signed, request: id(0x1d)),
            .refused(id(0x1d), .byPhone), .withdrawn(id(0x1e), .online),
        ]
        return facts.map { .employment($0) } + sharing.map { .sharing($0) }
            + [.circumstance(.benefitStated(statement))] + circumstances().map { .circumstance($0) }
    }

    private static func circumstances() -> [CircumstanceFact] {
        let change: Identifier<ReportedChange> = id(0x31)
        let terms = ReportedChange.Terms(
            kind: .convictions, from: day("2012-06-01"), until: day("2013-06-01"), certainty: .known,
            source: .supporter,
            route: .inWriting, basis: .consent)
        let caring = HeldDetail(ChangeDetail(code: "disabled-child", hours: 20, words: "A secret."))
        return [
            .reported(
                change, terms, HeldDetail(ChangeDetail(code: "unspent", words: "A secret.")),
                told: [provider, jobcentre]),
            .acknowledged(change, .phone), .applied(change, .caring),
            .disputed(change, .caring, id(0x32), other: caring, words),
            .resolved(change, .caring, .dispute(id(0x32)), told: [provider], words),
            .withdrawn(event, .benefit, told: [jobcentre], words),
            .contactFailed(.email, .notInService, told: event), .contactsConfirmed([.address, .email]),
            .callerChecked(.somebodyElse, [.birthDate, .calledBack], passed: true),
        ]
    }

    /// What a person asks of their record, and two records made one.
    private static func own() throws -> [Fact] {
        let request: Identifier<RightsRequest> = id(0x31)
        let place = CopyPlace(event: event, path: "words")
        let rights: [RightsFact] = [
            .requested(request, .init(kind: .correction, on: day("2012-08-01"), how: .byPhone, about: event), words),
            .reviewed(request, [.init(place: place, isCovered: true, reason: .inConfidence)], words),
            .released(
                request,
                .init(
                    html: String(repeating: "a1", count: 32), json: String(repeating: "b2", count: 32), covered: 1,
                    made: starts)),
            .corrected(request, by: event), .refused(request, .accurate, words), .stated(request, words),
        ]
        let key = LineKey(programme: "work-programme-2011", subject: id(0x32), kind: .attachment, ordinal: 1)
        let merges: [MergeFact] = [
            .absorbed(
                .init(
                    other: id(0x32), drawToken: token, dueBack: [key], taken: [.phone, .email],
                    identity: try identity())), .mergedInto(id(0x33)),
            .gaveBack(id(0x32), events: [event], words), .tookBack(from: id(0x33), events: [event]),
        ]
        return rights.map { .rights($0) } + merges.map { .merge($0) }
    }

    private static func plan() throws -> [Fact] {
        let (goal, barrier, action): (Identifier<PlanGoal>, Identifier<PlanBarrier>, Identifier<PlanAction>) = (
            id(0x21), id(0x22), id(0x23)
        )
        let terms = PlanActionTerms(
            owner: .adviser(person, at: provider), barrier: barrier, goal: goal, due: day("2012-07-02"), mandatory: true
        )
        let times = try CommitmentTimes(
            kind: .caring, weekday: .tuesday, from: 540, until: 690,
            runs: DayRange(from: day("2012-06-01"), until: day("2012-09-01")))
        let review = PlanReviewTerms(on: day("2012-06-28"), next: day("2012-07-28"), stream: "search")
        let facts: [PlanFact] = [
            .goalSet(goal, replaces: id(0x24), source: provider, words),
            .goalClosed(goal, reached: true, words),
            .barrierAdded(barrier, NamedBarrier(code: "debt", category: .plan, first: true, source: provider), words),
            .barrierShared(barrier, provider, words),
            .barriersOrdered([barrier, id(0x25)]),
            .barrierClosed(barrier, words),
            .actionProposed(
                action, terms,
                PlanOrigin(source: provider, suggestion: "debt-advice", again: words, whyRequired: words), words),
            .actionAgreed(action, .organisation(provider), .signed),
            .actionObjected(action, .customer, .byPhone, words),
            .objectionAnswered(action, words),
            .actionChanged(
                action, PlanActionTerms(owner: .customer), PlanChange(text: words, why: words, whyRequired: words)),
            .actionDone(action, on: day("2012-07-01"), .certificate, words),
            .actionMissed(action, words),
            .actionNoticed(
                action,
                ActionNotice(
                    digest: String(repeating: "ab", count: 32), route: .post, served: day("2012-06-20"),
                    due: day("2012-07-02"))),
            .actionDropped(action, .notAvailable, words),
            .actionJoined(action, into: id(0x26)),
            .suggestionRefused("debt-advice", .notNow, words),
            .reviewed(review, words),
            .commitmentAdded(id(0x27), times, words),
            .commitmentEnded(id(0x27), last: day("2012-07-31")),
            .broughtIn(from: provider, lines: 3),
            .copyGiven(.byHand),
        ]
        return facts.map { .plan($0) }
    }

    private static func ownPage() -> [Fact] {
        let supporter: Identifier<Supporter> = id(0x2a)
        let access: [AccessFact] = [
            .invited(id(0x2b), supporter: supporter, .paper), .linkAsked(id(0x2b)), .closed,
            .supporterNamed(
                supporter, SupporterTerms(rights: [.plan, .appointments], until: day("2012-12-01")), how: .online,
                .open(SupporterDetails(name: "Sam secret", relationship: "sister"))),
            .supporterEnded(supporter, how: .byPhone),
        ]
        let voice: [VoiceFact] = [
            .raised(
                id(0x2c), .complaint, to: provider, VoiceTaken(how: .letter, on: day("2012-08-06")), words),
            .acknowledged(id(0x2c)), .answered(id(0x2c), words),
        ]
        return access.map { .access($0) } + voice.map { .voice($0) }
    }

    private static func chain() throws -> [Fact] {
        let hop: Identifier<Hop> = id(0x31)
        let meeting = WarmHandover(
            from: .init(person, at: jobcentre), to: .init(id(0x32), at: provider), mode: .video,
            on: day("2012-06-13"))
        let facts: [ChainFact] = [
            .passedOn(
                referral, hop,
                .init(from: provider, to: id(0x33), part: .specialist, reason: "chain-need", items: ["name", "group"]),
                words),
            .takenOn(referral, hop, adviser: person),
            .turnedDown(referral, hop, reason: "refuse-full", words),
            .takenBack(referral, hop),
            .handedOver(referral, meeting, words),
            .contactTried(referral, ContactTry(route: .phone, reached: false, on: day("2012-06-01"))),
            .told(referral, ToldOfHolder(route: .post, digest: String(repeating: "cd", count: 32))),
            .untold(referral, event, .noAnswer),
            .kept(referral, hop), .handoverOffered(referral, HandoverOffer(.wanted, agreed: true)),
        ]
        return facts.map { .chain($0) }
    }

    private static let safety: [Fact] = {
        let notice: Identifier<SafetyNotice> = id(0x41)
        let terms = SafetyTerms(asks: [.twoPeople, .atTheOffice], words: Words("A secret word."))
        let facts: [SafetyFact] = [
            .raised(notice, review: day("2012-09-01"), hidden: false, .open(terms)),
            .reviewed(notice, review: day("2012-12-01")), .hidden(notice, true), .ended(notice),
            .wished(.open(.woman)),
            .urgentOpened(id(0x45), .open(UrgentTerms(words: Words("A secret word.")))),
            .urgentHandedOver(
                id(0x45), .open(UrgentHandover(to: Words("A secret name."), route: .crisisTeam))),
        ]
        return facts.map { .safety($0) }
    }()

    private static func joining() throws -> [Fact] {
        let invitation: Identifier<SessionInvitation> = id(0x43)
        let session = try InformationSession(
            id: id(0x44), host: provider, programme: "work-programme-2011", format: .oneToOne,
            starts: Instant("2012-06-11T09:30:00.000Z"), minutes: 45, place: "2 High Street", places: 1)
        let terms = JoiningTerms(row: "D-015", duties: "joined-by-choice")
        let facts: [JoiningFact] = [
            .invited(
                invitation, SessionInvitation.Terms(session, basis: .mandatory), .open(SessionGrounds(terms: terms))),
            .uninvited(invitation, nil), .cannotGo(invitation, words), .attended(invitation),
            .missed(invitation, words),
            .outcomeWithdrawn(invitation, event, words),
            .told(programme: "work-programme-2011", sheet: nil, .open(terms)),
            .decided(programme: "work-programme-2011", .joins, signed: true, words),
        ]
        return facts.map { .joining($0) }
    }

    // MARK: Nothing left out

    /// The first part of a fact's kind, by its case.
    static func capability(_ fact: Fact) -> String {
        switch fact {
        case .customer(.registered), .customer(.corrected), .customer(.emailChosen),
            .customer(.languageChosen), .customer(.needsStated), .customer(.erased), .customer(.takenUp),
            .customer(.givenBack),
            .customer(.toldOfKeeper), .customer(.untoldOfKeeper), .customer(.ledBy):
            "customer"
        case .referral(.interviewRecorded), .referral(.made), .referral(.allocated), .referral(.transmitted),
            .referral(.acknowledged), .referral(.queried), .referral(.queryAnswered), .referral(.assigned),
            .referral(.detailsAsked), .referral(.detailsAnswered), .referral(.detailsEnough),
            .referral(.statusStated), .referral(.queryExtended),
            .referral(.adviserChanged), .referral(.attached), .referral(.exited), .referral(.returned),
            .referral(.handedBack), .referral(.handBackRead), .referral(.toldOfEnd), .referral(.untoldOfEnd),
            .referral(.entryWithdrawn):
            "referral"
        case .appointment(.booked), .appointment(.noticeGiven), .appointment(.reminded), .appointment(.moved),
            .appointment(.cancelled), .appointment(.attended), .appointment(.missed), .appointment(.outcomeWithdrawn),
            .appointment(.undelivered), .appointment(.confirmed), .appointment(.moveAsked),
            .appointment(.moveAnswered), .appointment(.firstToldOf):
            "appointment"
        case .circumstance(.benefitStated), .circumstance(.reported), .circumstance(.acknowledged),
            .circumstance(.applied), .circumstance(.disputed), .circumstance(.resolved), .circumstance(.withdrawn),
            .circumstance(.contactFailed), .circumstance(.contactsConfirmed), .circumstance(.callerChecked):
            "circumstance"
        case .employment(.jobStarted), .employment(.hoursChanged), .employment(.jobEnded), .employment(.endWithdrawn),
            .employment(.jobWithdrawn), .employment(.proofRecorded), .employment(.proofWithdrawn):
            "employment"
        case .sharing(.asked), .sharing(.consented), .sharing(.refused), .sharing(.withdrawn): "sharing"
        case .assessment(.begun), .assessment(.answered), .assessment(.finished), .assessment(.streamed),
            .assessment(.customerSaid), .assessment(.withdrawn), .assessment(.barriersRated), .assessment(.pointSeen),
            .assessment(.pointWithdrawn), .assessment(.specialistAssessed), .assessment(.specialistWithdrawn):
            "assessment"
        case .access(.invited), .access(.linkAsked), .access(.closed), .access(.supporterNamed),
            .access(.supporterEnded):
            "access"
        case .voice(.raised), .voice(.acknowledged), .voice(.answered): "voice"
        case .plan(.goalSet), .plan(.goalClosed), .plan(.barrierAdded), .plan(.barrierShared), .plan(.barriersOrdered),
            .plan(.barrierClosed), .plan(.actionProposed), .plan(.actionAgreed), .plan(.actionObjected),
            .plan(.objectionAnswered), .plan(.actionChanged),
            .plan(.actionDone), .plan(.actionMissed), .plan(.actionNoticed), .plan(.actionDropped),
            .plan(.actionJoined), .plan(.suggestionRefused),
            .plan(.reviewed), .plan(.commitmentAdded), .plan(.commitmentEnded), .plan(.broughtIn), .plan(.copyGiven):
            "plan"
        case .rights(.requested), .rights(.reviewed), .rights(.released), .rights(.corrected), .rights(.refused),
            .rights(.stated):
            "rights"
        case .merge(.absorbed), .merge(.mergedInto), .merge(.gaveBack), .merge(.tookBack): "merge"
        case .chain(.passedOn), .chain(.takenOn), .chain(.turnedDown), .chain(.takenBack), .chain(.handedOver),
            .chain(.contactTried), .chain(.told), .chain(.untold), .chain(.kept), .chain(.handoverOffered):
            "chain"
        case .joining(.invited), .joining(.uninvited), .joining(.cannotGo), .joining(.attended), .joining(.missed),
            .joining(.outcomeWithdrawn), .joining(.told), .joining(.decided):
            "joining"
        case .safety(.raised), .safety(.reviewed), .safety(.hidden), .safety(.ended), .safety(.wished),
            .safety(.urgentOpened), .safety(.urgentHandedOver):
            "safety"
        }
    }

    static func capability(_ fact: AreaFact) -> String {
        switch fact {
        case .opened, .keyCommitted, .keyPublished, .sharesSet: "area"
        case .drawn: "draw"
        }
    }
}
