-- Night trains of an invented continent: the example database of `relata demo`.
--
-- Eight countries, six companies, sixty named night trains. Thirty trains run out in the evening and have a counterpart
-- that runs back. The database knows where they stop, what they are made of, who works on them, who sleeps in which
-- berth, what went wrong, and what was seen from the window. Its "today" is 2025-10-15.
--
--   company ──► country ◄── passenger ◄── booking        A ──► B   A has a foreign key to B
--    ▲  ▲          ▲                         ▲           A ◄─► B   one to one
--    │  │          │                         │           A ═══ B   many to many, through the table in brackets
--    │  │       station ◄─► lounge        ticket ◄─► review
--    │  │        ▲ ▲ ║ ╚═[segment]═ station  │ │ │
--    │  │ origin │ │ ╚═[train_station]═╗     │ │ │
--    │  │        │ │ destination       ║     │ │ │
--    │  └─────── train ════════════════╝     │ │ │
--    │            ▲ ▲ └► train (counterpart) │ │ │
--    │            │ └─────── departure ◄─────┘ │ │
--    │            │           ▲   ▲   ║        │ │
--    │            │    incident sighting       │ │       sighting is partitioned by month
--    │            │                   ║        │ │
--    │            └──── carriage ◄─────────────┘ │
--    │                   ▲   ▲        ║          │
--    ├───────────────────┘   └─ berth ◄──────────┘       by a key of two columns
--    │                                ║
--    └── employee ══════[assignment]══╝
--          └► employee (manager)
--
--   timetable        a view: every stop of every train with names instead of numbers
--   monthly_revenue  a materialized view: tickets and takings, by train and month
--
-- Incidents and sightings also point to the station nearby, sightings to the employee who reported them, employees to
-- their home station. Every foreign key is indexed, save sighting.station_id.

CREATE DOMAIN title AS text NOT NULL;
COMMENT ON DOMAIN title IS 'A name that is shown to people; never missing';

CREATE DOMAIN email_address AS text CHECK (VALUE ~ '^[^@[:space:]]+@[^@[:space:]]+$');
COMMENT ON DOMAIN email_address IS 'Something with one @ in the middle';

CREATE DOMAIN amount AS numeric(12, 2) CHECK (VALUE >= 0);
COMMENT ON DOMAIN amount IS 'Money in the crowns that all companies of the network settle in';

CREATE TYPE berth_class AS ENUM ('seat', 'couchette', 'sleeper', 'deluxe');
COMMENT ON TYPE berth_class IS 'Comfort of a carriage, from least to most';

CREATE TYPE departure_status AS ENUM ('scheduled', 'boarding', 'on-time', 'delayed', 'cancelled');
COMMENT ON TYPE departure_status IS 'How a departure is doing';

CREATE TYPE duty AS ENUM ('driver', 'conductor', 'steward', 'cook', 'night-watch');
COMMENT ON TYPE duty IS 'What an employee does on board';

CREATE TYPE sighting_kind AS ENUM ('aurora', 'meteor', 'fox', 'owl', 'lynx', 'night-heron', 'fireflies', 'lighthouse');
COMMENT ON TYPE sighting_kind IS 'What can be seen from a train at night';

-- The network ---------------------------------------------------------------------------------------------------------

CREATE TABLE country (
    code char(2) PRIMARY KEY,
    name title UNIQUE,
    local_name text,
    currency_code char(3) NOT NULL,
    utc_offset interval NOT NULL,
    emergency_numbers text[] NOT NULL
);
COMMENT ON TABLE country IS 'A country that night trains run through';
COMMENT ON COLUMN country.code IS 'Two letters, as on the carriages';
COMMENT ON COLUMN country.name IS 'English name';
COMMENT ON COLUMN country.local_name IS 'Name in the country''s own script, where it differs';
COMMENT ON COLUMN country.currency_code IS 'Three letters of the currency of the dining car';
COMMENT ON COLUMN country.utc_offset IS 'Standard time minus UTC; nobody changes clocks here';
COMMENT ON COLUMN country.emergency_numbers IS 'Numbers to call: police, fire brigade, stationmaster';

CREATE TABLE company (
    company_id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name title UNIQUE,
    home_country_code char(2) NOT NULL REFERENCES country,
    founded_on date NOT NULL,
    motto text,
    website text NOT NULL,
    share_capital numeric(20, 2) NOT NULL,
    is_cooperative bool NOT NULL DEFAULT false,
    emblem bytea
);
CREATE INDEX company_home_country_code_idx ON company (home_country_code);
COMMENT ON TABLE company IS 'A company that runs night trains';
COMMENT ON COLUMN company.home_country_code IS 'Where it has its seat';
COMMENT ON COLUMN company.founded_on IS 'Day of the first charter; the oldest companies are older than the railway';
COMMENT ON COLUMN company.name IS 'As registered, in whatever script';
COMMENT ON COLUMN company.motto IS 'Painted over the door of the dining car';
COMMENT ON COLUMN company.website IS 'Where to read more';
COMMENT ON COLUMN company.share_capital IS 'Paid-in capital';
COMMENT ON COLUMN company.is_cooperative IS 'Whether it belongs to its passengers';
COMMENT ON COLUMN company.emblem IS 'A small SVG picture; one company has never agreed on any';

CREATE TABLE station (
    station_id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text NOT NULL UNIQUE,
    name title,
    local_name text,
    country_code char(2) NOT NULL REFERENCES country,
    latitude float8 NOT NULL,
    longitude float8 NOT NULL,
    elevation_m numeric(6, 1),
    opened_on date,
    staffed_at_night bool NOT NULL,
    facilities text[] NOT NULL DEFAULT '{}',
    platform_lengths int[] NOT NULL,
    UNIQUE (country_code, name)
);
COMMENT ON TABLE station IS 'A place where night trains stop';
COMMENT ON COLUMN station.code IS 'Three letters, unique in the network';
COMMENT ON COLUMN station.name IS 'English name, unique in its country';
COMMENT ON COLUMN station.local_name IS 'Name on the signs, where it is not the English one';
COMMENT ON COLUMN station.latitude IS 'Degrees north';
COMMENT ON COLUMN station.longitude IS 'Degrees east';
COMMENT ON COLUMN station.elevation_m IS 'Metres above the sea; not every station was levelled';
COMMENT ON COLUMN station.opened_on IS 'Opening day, where the archive survived';
COMMENT ON COLUMN station.staffed_at_night IS 'Whether somebody is there between midnight and five';
COMMENT ON COLUMN station.facilities IS 'What a traveller finds there';
COMMENT ON COLUMN station.platform_lengths IS 'Length of each platform in metres, platform 1 first';

CREATE TABLE lounge (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    station_id int NOT NULL UNIQUE REFERENCES station,
    name title,
    opens_at time NOT NULL,
    closes_at time NOT NULL,
    has_showers bool NOT NULL,
    longest_stay interval,
    menu jsonb NOT NULL
);
COMMENT ON TABLE lounge IS 'A waiting room with armchairs; a station has one or none';
COMMENT ON COLUMN lounge.opens_at IS 'Opening time';
COMMENT ON COLUMN lounge.closes_at IS 'Closing time; 24:00 stays open until the last train has left';
COMMENT ON COLUMN lounge.has_showers IS 'Bring a towel';
COMMENT ON COLUMN lounge.longest_stay IS 'After this the attendant coughs politely; missing where nobody minds';
COMMENT ON COLUMN lounge.menu IS 'What is served, with prices in local currency';

CREATE TABLE segment (
    from_station_id int REFERENCES station,
    to_station_id int REFERENCES station,
    length_km numeric(8, 2) NOT NULL,
    surveyed_km numeric(30, 27) NOT NULL,
    is_electrified bool NOT NULL,
    scenery int CHECK (scenery BETWEEN 1 AND 5),
    PRIMARY KEY (from_station_id, to_station_id),
    CHECK (from_station_id <> to_station_id)
);
CREATE INDEX segment_to_station_id_idx ON segment (to_station_id);
COMMENT ON TABLE segment IS 'Track between two neighbouring stops, in one direction';
COMMENT ON COLUMN segment.length_km IS 'Kilometres, as charged for';
COMMENT ON COLUMN segment.surveyed_km IS 'Kilometres, as the surveyors insist: 27 digits after the point';
COMMENT ON COLUMN segment.is_electrified IS 'Elsewhere a diesel locomotive takes over';
COMMENT ON COLUMN segment.scenery IS 'One to five stars; missing if it was always dark';
COMMENT ON CONSTRAINT segment_from_station_id_fkey ON segment IS 'The stop before';
COMMENT ON CONSTRAINT segment_to_station_id_fkey ON segment IS 'The stop after';

CREATE TABLE train (
    train_id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number text NOT NULL UNIQUE,
    name title,
    company_id int NOT NULL REFERENCES company,
    origin_id int NOT NULL REFERENCES station,
    destination_id int NOT NULL REFERENCES station,
    counterpart_id int UNIQUE REFERENCES train,
    departs_at time NOT NULL,
    duration interval NOT NULL,
    runs_on int[] NOT NULL,
    top_speed_kmh int,
    livery jsonb NOT NULL,
    CHECK (origin_id <> destination_id)
);
CREATE INDEX train_company_id_idx ON train (company_id);
CREATE INDEX train_origin_id_idx ON train (origin_id);
CREATE INDEX train_destination_id_idx ON train (destination_id);
COMMENT ON TABLE train IS 'A night train of the timetable, with a name of its own';
COMMENT ON COLUMN train.number IS 'Number in the timetable, such as NT 107; odd numbers run out, even ones back';
COMMENT ON COLUMN train.name IS 'Name on the destination board; a train and its counterpart share it';
COMMENT ON COLUMN train.departs_at IS 'Time of departure from the first station';
COMMENT ON COLUMN train.duration IS 'From the first station to the last';
COMMENT ON COLUMN train.runs_on IS 'Weekdays of departure: 1 is Monday, 7 is Sunday';
COMMENT ON COLUMN train.top_speed_kmh IS 'Where the locomotive is known';
COMMENT ON COLUMN train.livery IS 'Colours of the carriages';
COMMENT ON CONSTRAINT train_origin_id_fkey ON train IS 'The first station';
COMMENT ON CONSTRAINT train_destination_id_fkey ON train IS 'The last station';
COMMENT ON CONSTRAINT train_counterpart_id_fkey ON train IS 'The train that runs the same way back; only trains that run out name theirs';

CREATE TABLE train_station (
    train_id int REFERENCES train,
    station_id int REFERENCES station,
    position int NOT NULL CHECK (position > 0),
    arrives_at time,
    departs_at time,
    nights int NOT NULL,
    platform text,
    PRIMARY KEY (train_id, station_id),
    UNIQUE (train_id, position)
);
CREATE INDEX train_station_station_id_idx ON train_station (station_id);
COMMENT ON TABLE train_station IS 'A stop of a train';
COMMENT ON COLUMN train_station.position IS '1 is the first stop';
COMMENT ON COLUMN train_station.arrives_at IS 'Missing at the first stop';
COMMENT ON COLUMN train_station.departs_at IS 'Missing at the last stop';
COMMENT ON COLUMN train_station.nights IS 'Midnights since the first stop';
COMMENT ON COLUMN train_station.platform IS 'Missing where it is announced on the day';

-- Rolling stock -------------------------------------------------------------------------------------------------------

CREATE TABLE carriage (
    carriage_id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    serial text NOT NULL UNIQUE,
    company_id int NOT NULL REFERENCES company,
    train_id int REFERENCES train,
    position int,
    class berth_class NOT NULL,
    name text,
    built_on date NOT NULL,
    overhauled_at timestamp,
    tare_tonnes numeric(5, 2) NOT NULL,
    UNIQUE (train_id, position),
    CHECK ((train_id IS NULL) = (position IS NULL))
);
CREATE INDEX carriage_company_id_idx ON carriage (company_id);
COMMENT ON TABLE carriage IS 'A carriage';
COMMENT ON COLUMN carriage.serial IS 'Painted on both ends';
COMMENT ON COLUMN carriage.train_id IS 'Missing for carriages in reserve';
COMMENT ON COLUMN carriage.position IS 'Place in the train, counted from the locomotive';
COMMENT ON COLUMN carriage.class IS 'What is inside';
COMMENT ON COLUMN carriage.built_on IS 'Day of the first run';
COMMENT ON COLUMN carriage.name IS 'The better carriages have names';
COMMENT ON COLUMN carriage.overhauled_at IS 'End of the last overhaul by the clock of the workshop; missing if there was none';
COMMENT ON COLUMN carriage.tare_tonnes IS 'Weight when empty';
COMMENT ON CONSTRAINT carriage_train_id_fkey ON carriage IS 'The train that it belongs to';

CREATE TABLE berth (
    carriage_id int REFERENCES carriage,
    number int CHECK (number > 0),
    compartment int NOT NULL,
    tier text NOT NULL,
    by_window bool NOT NULL,
    PRIMARY KEY (carriage_id, number)
);
COMMENT ON TABLE berth IS 'A bed in a carriage';
COMMENT ON COLUMN berth.number IS 'Counted within the carriage';
COMMENT ON COLUMN berth.compartment IS 'Counted within the carriage';
COMMENT ON COLUMN berth.tier IS 'lower, middle or upper';
COMMENT ON COLUMN berth.by_window IS 'Whether the pillow is at the window';

-- People at work ------------------------------------------------------------------------------------------------------

CREATE TABLE employee (
    employee_id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name title,
    email email_address NOT NULL UNIQUE,
    company_id int NOT NULL REFERENCES company,
    manager_id int REFERENCES employee,
    home_station_id int NOT NULL REFERENCES station,
    languages text[] NOT NULL,
    hired_on date NOT NULL,
    left_on date,
    salary amount NOT NULL
);
CREATE INDEX employee_company_id_idx ON employee (company_id);
CREATE INDEX employee_manager_id_idx ON employee (manager_id);
CREATE INDEX employee_home_station_id_idx ON employee (home_station_id);
COMMENT ON TABLE employee IS 'Somebody who works for a company';
COMMENT ON COLUMN employee.name IS 'Given and family name';
COMMENT ON COLUMN employee.email IS 'Address at work';
COMMENT ON COLUMN employee.languages IS 'Spoken well enough to calm a carriage';
COMMENT ON COLUMN employee.hired_on IS 'First day at work';
COMMENT ON COLUMN employee.left_on IS 'Last day at work, if notice was given';
COMMENT ON COLUMN employee.salary IS 'A year''s pay';
COMMENT ON CONSTRAINT employee_manager_id_fkey ON employee IS 'Whom they report to; directors report to nobody';
COMMENT ON CONSTRAINT employee_home_station_id_fkey ON employee IS 'Where their nights begin and end';

CREATE TABLE departure (
    departure_id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    train_id int NOT NULL REFERENCES train,
    departs_on date NOT NULL,
    scheduled_at timestamptz NOT NULL,
    departed_at timestamptz,
    delay interval,
    status departure_status NOT NULL,
    weather json,
    UNIQUE (train_id, departs_on)
);
COMMENT ON TABLE departure IS 'A train on one night';
COMMENT ON COLUMN departure.departs_on IS 'Local date at the first station';
COMMENT ON COLUMN departure.scheduled_at IS 'When it should leave';
COMMENT ON COLUMN departure.departed_at IS 'When it left; missing if it has not, or never did';
COMMENT ON COLUMN departure.delay IS 'How late it left; missing if it was on time';
COMMENT ON COLUMN departure.status IS 'How it is doing';
COMMENT ON COLUMN departure.weather IS 'The driver''s note, as it was typed';

CREATE TABLE assignment (
    departure_id int REFERENCES departure,
    employee_id int REFERENCES employee,
    duty duty NOT NULL,
    shift interval NOT NULL,
    remark text,
    PRIMARY KEY (departure_id, employee_id)
);
CREATE INDEX assignment_employee_id_idx ON assignment (employee_id);
COMMENT ON TABLE assignment IS 'Who works on which departure';
COMMENT ON COLUMN assignment.duty IS 'What they do that night';
COMMENT ON COLUMN assignment.shift IS 'Hours on duty';
COMMENT ON COLUMN assignment.remark IS 'From the crew''s own book';

CREATE TABLE incident (
    incident_id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    departure_id int NOT NULL REFERENCES departure,
    station_id int NOT NULL REFERENCES station,
    cause text NOT NULL,
    cost interval NOT NULL,
    resolved_at timestamptz
);
CREATE INDEX incident_departure_id_idx ON incident (departure_id);
CREATE INDEX incident_station_id_idx ON incident (station_id);
COMMENT ON TABLE incident IS 'Something that made a departure late';
COMMENT ON COLUMN incident.cause IS 'What the report says';
COMMENT ON COLUMN incident.cost IS 'Time lost';
COMMENT ON COLUMN incident.resolved_at IS 'Missing while somebody is still writing the report';
COMMENT ON CONSTRAINT incident_station_id_fkey ON incident IS 'The station where it happened';

CREATE TABLE sighting (
    seen_on date,
    sighting_id int,
    departure_id int NOT NULL REFERENCES departure,
    station_id int REFERENCES station,
    employee_id int REFERENCES employee,
    kind sighting_kind NOT NULL,
    seen_at time NOT NULL,
    how_many int NOT NULL,
    magnitude float8,
    note text,
    PRIMARY KEY (seen_on, sighting_id)
) PARTITION BY RANGE (seen_on);
CREATE TABLE sighting_2025_05 PARTITION OF sighting FOR VALUES FROM ('2025-05-01') TO ('2025-06-01');
CREATE TABLE sighting_2025_06 PARTITION OF sighting FOR VALUES FROM ('2025-06-01') TO ('2025-07-01');
CREATE TABLE sighting_2025_07 PARTITION OF sighting FOR VALUES FROM ('2025-07-01') TO ('2025-08-01');
CREATE TABLE sighting_2025_08 PARTITION OF sighting FOR VALUES FROM ('2025-08-01') TO ('2025-09-01');
CREATE TABLE sighting_2025_09 PARTITION OF sighting FOR VALUES FROM ('2025-09-01') TO ('2025-10-01');
CREATE TABLE sighting_2025_10 PARTITION OF sighting FOR VALUES FROM ('2025-10-01') TO ('2025-11-01');
CREATE TABLE sighting_later PARTITION OF sighting DEFAULT;
CREATE INDEX sighting_departure_id_idx ON sighting (departure_id);
CREATE INDEX sighting_employee_id_idx ON sighting (employee_id);
-- No index on sighting.station_id, on purpose: it shows how relations without one are answered.
COMMENT ON TABLE sighting IS 'Something worth waking up for, seen from the window';
COMMENT ON COLUMN sighting.seen_on IS 'Date; the table is partitioned by its month';
COMMENT ON COLUMN sighting.sighting_id IS 'Number in the logbook';
COMMENT ON COLUMN sighting.kind IS 'What was seen';
COMMENT ON COLUMN sighting.seen_at IS 'Local time';
COMMENT ON COLUMN sighting.how_many IS 'A guess';
COMMENT ON COLUMN sighting.magnitude IS 'Brightness, for what shines; smaller is brighter';
COMMENT ON COLUMN sighting.note IS 'In the observer''s own words';
COMMENT ON CONSTRAINT sighting_station_id_fkey ON sighting IS 'The station nearby, if somebody saw a sign';
COMMENT ON CONSTRAINT sighting_employee_id_fkey ON sighting IS 'Who wrote it down; passengers stay unnamed';

-- People asleep -------------------------------------------------------------------------------------------------------

CREATE TABLE passenger (
    id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    given_name text NOT NULL,
    family_name text NOT NULL,
    full_name text NOT NULL GENERATED ALWAYS AS (given_name || ' ' || family_name) STORED,
    email email_address NOT NULL UNIQUE,
    country_code char(2) REFERENCES country,
    born_on date,
    registered_at timestamptz NOT NULL,
    points int NOT NULL DEFAULT 0,
    preferences jsonb
);
CREATE INDEX passenger_country_code_idx ON passenger (country_code);
COMMENT ON TABLE passenger IS 'Somebody who books';
COMMENT ON COLUMN passenger.full_name IS 'Given and family name, as on the ticket';
COMMENT ON COLUMN passenger.email IS 'Where the ticket is sent';
COMMENT ON COLUMN passenger.country_code IS 'Missing for those who live on trains';
COMMENT ON COLUMN passenger.born_on IS 'Asked for discounts only';
COMMENT ON COLUMN passenger.registered_at IS 'When the account was opened';
COMMENT ON COLUMN passenger.points IS 'One for every hour slept on board';
COMMENT ON COLUMN passenger.preferences IS 'Pillow, breakfast, and what else they told us';

CREATE TABLE booking (
    booking_id uuid PRIMARY KEY,
    reference text NOT NULL UNIQUE,
    passenger_id bigint NOT NULL REFERENCES passenger,
    booked_at timestamptz NOT NULL,
    cancelled_at timestamptz,
    is_paid bool NOT NULL,
    total amount NOT NULL,
    wishes text
);
CREATE INDEX booking_passenger_id_idx ON booking (passenger_id);
COMMENT ON TABLE booking IS 'Tickets that were bought together';
COMMENT ON COLUMN booking.reference IS 'What passengers read out at the counter';
COMMENT ON COLUMN booking.booked_at IS 'When it was made';
COMMENT ON COLUMN booking.cancelled_at IS 'When it was given back';
COMMENT ON COLUMN booking.is_paid IS 'Whether the money has arrived';
COMMENT ON COLUMN booking.total IS 'Sum of its tickets'' prices';
COMMENT ON COLUMN booking.wishes IS 'Written by hand into the form';

CREATE TABLE ticket (
    ticket_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    booking_id uuid NOT NULL REFERENCES booking,
    departure_id int NOT NULL REFERENCES departure,
    carriage_id int NOT NULL REFERENCES carriage,
    berth_number int,
    class berth_class NOT NULL,
    price amount NOT NULL,
    breakfast text,
    scanned_at timestamp,
    FOREIGN KEY (carriage_id, berth_number) REFERENCES berth (carriage_id, number),
    UNIQUE (departure_id, carriage_id, berth_number)
);
CREATE INDEX ticket_booking_id_idx ON ticket (booking_id);
CREATE INDEX ticket_carriage_id_berth_number_idx ON ticket (carriage_id, berth_number);
COMMENT ON TABLE ticket IS 'A place on a departure; no berth is sold twice';
COMMENT ON COLUMN ticket.berth_number IS 'Missing for seats, which are taken as found';
COMMENT ON COLUMN ticket.class IS 'What was paid for';
COMMENT ON COLUMN ticket.price IS 'For the whole way';
COMMENT ON COLUMN ticket.breakfast IS 'Served in bed; missing for those who would rather sleep';
COMMENT ON COLUMN ticket.scanned_at IS 'When the conductor came by, by the conductor''s watch';
COMMENT ON CONSTRAINT ticket_carriage_id_berth_number_fkey ON ticket IS 'The bed';

CREATE TABLE review (
    review_id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ticket_id bigint NOT NULL UNIQUE REFERENCES ticket,
    stars int NOT NULL CHECK (stars BETWEEN 1 AND 5),
    body text,
    hours_slept float8,
    written_at timestamptz NOT NULL
);
COMMENT ON TABLE review IS 'What a passenger wrote the morning after; at most one for a ticket';
COMMENT ON COLUMN review.stars IS 'One to five';
COMMENT ON COLUMN review.body IS 'Missing if stars say it all';
COMMENT ON COLUMN review.hours_slept IS 'By their own account';

-- Views ---------------------------------------------------------------------------------------------------------------

CREATE VIEW timetable AS
SELECT train.number AS train_number,
       train.name AS train_name,
       stop.position,
       station.name AS station_name,
       country.name AS country_name,
       stop.arrives_at,
       stop.departs_at,
       stop.platform
FROM train_station AS stop
JOIN train USING (train_id)
JOIN station USING (station_id)
JOIN country ON country.code = station.country_code
ORDER BY train.number, stop.position;
COMMENT ON VIEW timetable IS 'Every stop of every train, as printed on the yellow poster';
COMMENT ON COLUMN timetable.train_number IS 'Number of the train';
COMMENT ON COLUMN timetable.train_name IS 'Name of the train';
COMMENT ON COLUMN timetable.position IS '1 is the first stop';
COMMENT ON COLUMN timetable.arrives_at IS 'Missing at the first stop';
COMMENT ON COLUMN timetable.departs_at IS 'Missing at the last stop';

CREATE MATERIALIZED VIEW monthly_revenue AS
SELECT departure.train_id,
       CAST(date_trunc('month', CAST(departure.departs_on AS timestamp)) AS date) AS month,
       count(*) AS tickets,
       sum(ticket.price) AS takings,
       round(avg(ticket.price), 2) AS mean_price
FROM ticket
JOIN departure USING (departure_id)
GROUP BY 1, 2
ORDER BY 1, 2
WITH NO DATA;
CREATE UNIQUE INDEX monthly_revenue_train_id_month_idx ON monthly_revenue (train_id, month);
COMMENT ON MATERIALIZED VIEW monthly_revenue IS 'Tickets and takings by train and month, as of the last refresh';
COMMENT ON COLUMN monthly_revenue.month IS 'First day of the month of departure';
COMMENT ON COLUMN monthly_revenue.tickets IS 'How many were sold';
COMMENT ON COLUMN monthly_revenue.takings IS 'Sum of their prices';
COMMENT ON COLUMN monthly_revenue.mean_price IS 'Takings by ticket';
