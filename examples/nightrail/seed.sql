-- The rows of the night train network (see schema.sql), about 60,000 of them, the same ones every time: all that looks
-- like chance is a hash of the row's number, and "today" is 2025-10-15.

-- Compiling these statements takes longer than running them.
SET LOCAL jit = off;

-- Helpers, gone at the end. Each is simple enough to be inlined.

-- A number from 0 to buckets - 1 that looks random: `n` is the row, `salt` the purpose. Partitioning by hash relies on this
-- hash, so it gives the same in every version of PostgreSQL.
CREATE FUNCTION pg_temp.mix(n bigint, salt int, buckets int) RETURNS int LANGUAGE sql IMMUTABLE AS $$
    SELECT CAST((hashint8extended(n, salt) & 2147483647) % buckets AS int)
$$;

-- One of the words. NULL among the words is a way to leave a column empty.
CREATE FUNCTION pg_temp.pick(n bigint, salt int, words text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT words[1 + pg_temp.mix(n, salt, cardinality(words))]
$$;

-- The UUID of booking `n`.
CREATE FUNCTION pg_temp.booking_key(n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT CAST(lpad(to_hex(n * 2654435761 % 4294967296), 8, '0') || lpad(to_hex(n * 40503 % 65536), 4, '0')
             || '4' || lpad(to_hex(n * 977 % 4096), 3, '0') || 'a' || lpad(to_hex(n * 1913 % 4096), 3, '0')
             || lpad(to_hex(n * 69069069069 % 281474976710656), 12, '0') AS uuid)
$$;

-- The network ---------------------------------------------------------------------------------------------------------

INSERT INTO country (code, name, local_name, currency_code, utc_offset, emergency_numbers) VALUES
    ('NV', 'Norvane', 'Nørvåne', 'NVK', '1 hour', '{110,113,119}'),
    ('ZL', 'Zelkova', 'Żelkowa', 'ZLD', '1 hour', '{112}'),
    ('OB', 'Oberal', 'Öbertal', 'OBT', '1 hour', '{112,117}'),
    ('VY', 'Vyskova', 'Výškova', 'VYS', '1 hour', '{150,155,158}'),
    ('QM', 'Quimera', 'Químera', 'QMR', '0', '{112}'),
    ('HX', 'Hexmoor', NULL, 'HXP', '0', '{999,101}'),
    ('IX', 'Ixia', 'Ιξία', 'IXD', '2 hours', '{100,199}'),
    ('YN', 'Yonami', '夜波', 'YNY', '2 hours 30 minutes', '{119,110}');

INSERT INTO company (name, home_country_code, founded_on, motto, website, share_capital, is_cooperative, emblem)
SELECT name, code, founded_on, motto, website, share_capital, is_cooperative,
       convert_to('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="'
                  || colour || '"/></svg>', 'UTF8')
FROM (VALUES
    ('Northern Slumber Railways', 'NV', date '1874-11-02', 'Arrive rested.', 'https://slumber.example', 48500000.00, false, '#1b2a49'),
    ('Żelkowa Sleeping Car Company', 'ZL', date '1891-05-19', 'The night is a country, too.', 'https://zelkowa.example', 12750000.50, false, '#6d2e46'),
    ('Owl & Lantern', 'OB', date '1988-03-01', NULL, 'https://owlandlantern.example', 250000.00, true, '#e3b23c'),
    ('Quimera Nocturna', 'QM', date '1986-09-23', 'Dream in one city, breakfast in the next — “¡buenos días!”', 'https://nocturna.example', 99000000.00, false, '#5b8e7d'),
    ('Hexmoor & Western', 'HX', date '1839-01-07', 'Slow is a kind of smooth.', 'https://hexmoor-western.example', 1000000000000000.01, false, NULL),
    ('夜波急行 Night Wave Express', 'YN', date '1964-10-01', '波のように', 'https://nightwave.example', 730000000.00, true, '#243b6b')
) AS row (name, code, founded_on, motto, website, share_capital, is_cooperative, colour);

-- Names are a prefix and a suffix whose combination never repeats; three letters of them make the code. Stations with
-- neighbouring numbers are neighbours on the map.
INSERT INTO station (code, name, local_name, country_code, latitude, longitude, elevation_m, opened_on,
                     staffed_at_night, facilities, platform_lengths)
SELECT upper(left(prefix, 2) || left(suffix, 1)),
       prefix || suffix,
       CASE country
           WHEN 1 THEN pg_temp.pick(i, 1, '{Måne,Bjørke,Sølv,Ulve,Skog,Nord}') || pg_temp.pick(i, 2, '{havn,sjø,ås,fjord,å}')
           WHEN 2 THEN pg_temp.pick(i, 1, '{Księżyc,Gołęb,Wierzb,Źródł,Sosn}') || pg_temp.pick(i, 2, '{owo,anka,iec,ów}')
           WHEN 4 THEN pg_temp.pick(i, 1, '{Měsíč,Břez,Jeřáb,Křišť}') || pg_temp.pick(i, 2, '{ov,ice,ín,any}')
           WHEN 7 THEN pg_temp.pick(i, 1, '{Νέα,Άνω,Κάτω,Παλαιά}') || ' ' || pg_temp.pick(i, 2, '{Σελήνη,Αστέρια,Λεύκα}')
           WHEN 8 THEN pg_temp.pick(i, 1, '{月,星,霧,銀,雪}') || pg_temp.pick(i, 2, '{ヶ丘,橋,川,浜}')
       END,
       ('{NV,ZL,OB,VY,QM,HX,IX,YN}'::text[])[country],
       CAST(45 + country * 1.6 + i % 15 * 0.11 + pg_temp.mix(i, 3, 2000) / 10000.0 AS float8),
       CAST(2 + i * 0.21 + pg_temp.mix(i, 4, 2500) / 10000.0 AS float8),
       CASE WHEN pg_temp.mix(i, 5, 6) > 0 THEN pg_temp.mix(i, 6, 14000) / 10.0 - 3 END,
       CASE WHEN pg_temp.mix(i, 7, 5) > 0 THEN date '1842-04-01' + pg_temp.mix(i, 8, 52000) END,
       pg_temp.mix(i, 9, 3) > 0,
       array_remove(ARRAY[
           pg_temp.pick(i, 10, '{lockers,lockers,NULL}'), pg_temp.pick(i, 11, '{"bicycle hire",NULL}'),
           pg_temp.pick(i, 12, '{bookshop,NULL,NULL}'), pg_temp.pick(i, 13, '{bakery,florist,NULL}'),
           pg_temp.pick(i, 14, '{"night bus",NULL}')], NULL),
       (SELECT array_agg(120 + 20 * pg_temp.mix(i * 8 + platform, 15, 16) ORDER BY platform)
        FROM generate_series(1, 1 + pg_temp.mix(i, 16, 7)) AS platform)
FROM (SELECT i,
             (i - 1) / 15 + 1 AS country,
             ('{Alder,Amber,Birch,Bracken,Copper,Crane,Drift,Ember,Fern,Glass,Heron,Ivy,Juniper,Kestrel,Lantern,Mist,Moon,'
              'Otter,Plover,Quill,Rowan,Silver,Thistle,Willow}'::text[])[i * 7 % 24 + 1] AS prefix,
             ('{ford,haven,bridge,mouth,wick,crossing,gate,tarn,low,ness,stead,dale}'::text[])
                 [(i + i / 24) % 12 + 1] AS suffix
      FROM generate_series(1, 120) AS i) AS named
ORDER BY i;

INSERT INTO lounge (station_id, name, opens_at, closes_at, has_showers, longest_stay, menu)
SELECT i,
       'The ' || pg_temp.pick(i, 20, '{Patient,Velvet,Yawning,Second,Amber,Drowsy,Old}') || ' '
           || pg_temp.pick(i, 21, '{Armchair,Samovar,Pillow,Timetable,Clock,Conductor,Fox}'),
       time '16:00' + pg_temp.mix(i, 22, 9) * interval '30 minutes',
       CASE WHEN pg_temp.mix(i, 23, 3) = 0 THEN time '24:00' ELSE time '22:00' + pg_temp.mix(i, 24, 4) * interval '20 minutes' END,
       pg_temp.mix(i, 25, 2) = 0,
       CASE WHEN pg_temp.mix(i, 26, 4) > 0 THEN (2 + pg_temp.mix(i, 27, 5)) * interval '45 minutes' END,
       jsonb_build_object(
           'tea', pg_temp.pick(i, 28, '{"smoked pine","mint & honey",sencha,"plain black"}'),
           'soup', jsonb_build_object('of', pg_temp.pick(i, 29, '{leek,beetroot,chanterelle,pea}'),
                                      'price', 4 + pg_temp.mix(i, 30, 9) * 0.5),
           'cake', CASE WHEN pg_temp.mix(i, 31, 3) > 0 THEN pg_temp.pick(i, 32, '{plum,"poppy seed",walnut,kirsebær}') END)
FROM generate_series(1, 120) AS i
WHERE i % 3 = 1
ORDER BY i;

-- Trains come in pairs: an odd one that runs along ascending stations, and an even one that runs back the same way.
CREATE TEMPORARY TABLE route AS
SELECT pair, stops, step,
       1 + pg_temp.mix(pair, 42, 120 - (stops - 1) * step) AS first_station,
       66 + pg_temp.mix(pair, 43, 24) AS leg_minutes
FROM (SELECT pair, 6 + pg_temp.mix(pair, 40, 5) AS stops, 2 + pg_temp.mix(pair, 41, 5) AS step
      FROM generate_series(1, 30) AS pair) AS shaped;

INSERT INTO train (number, name, company_id, origin_id, destination_id, counterpart_id, departs_at, duration, runs_on,
                   top_speed_kmh, livery)
SELECT 'NT ' || 100 + t,
       ('{Amber,Velvet,Silver,Quiet,Northern,Midnight,Copper,Drowsy,Woollen,Distant}'::text[])[pair % 10 + 1] || ' '
           || ('{Heron,Lantern,Comet,Owl,Tide,Fox}'::text[])[(pair + pair / 10) % 6 + 1],
       (pair - 1) % 6 + 1,
       CASE WHEN t % 2 = 1 THEN first_station ELSE first_station + (stops - 1) * step END,
       CASE WHEN t % 2 = 0 THEN first_station ELSE first_station + (stops - 1) * step END,
       NULL,
       time '18:00' + pg_temp.mix(t, 44, 62) * interval '5 minutes',
       make_interval(mins => (stops - 1) * leg_minutes),
       (ARRAY['{1,2,3,4,5,6,7}', '{5,7}', '{1,3,5}', '{2,4,6}', '{6}'])[pair % 5 + 1]::int[],
       CASE WHEN pg_temp.mix(t, 45, 7) > 0 THEN 120 + 20 * pg_temp.mix(pair, 46, 5) END,
       jsonb_build_object(
           'body', pg_temp.pick(pair, 47, '{"midnight blue","bottle green",burgundy,graphite}'),
           'stripe', pg_temp.pick(pair, 48, '{gold,cream,silver,NULL}'),
           'stars', pg_temp.mix(pair, 49, 12))
FROM generate_series(1, 60) AS t
JOIN route ON pair = (t + 1) / 2
ORDER BY t;

UPDATE train SET counterpart_id = train_id + 1 WHERE train_id % 2 = 1;

INSERT INTO train_station (train_id, station_id, position, arrives_at, departs_at, nights, platform)
SELECT train_id, station_id, position,
       CASE WHEN position > 1 THEN departs_at + make_interval(mins => minutes) END,
       CASE WHEN position < stops THEN departs_at + make_interval(mins => minutes + halt) END,
       (CAST(extract(epoch FROM departs_at) AS int) / 60 + minutes) / 1440,
       CASE WHEN pg_temp.mix(train_id * 16 + position, 52, 8) > 0
            THEN 1 + pg_temp.mix(train_id * 16 + position, 53, 7) || pg_temp.pick(train_id * 16 + position, 54, '{"","",a,b}') END
FROM (SELECT train_id, departs_at, stops, position,
             CASE WHEN train_id % 2 = 1 THEN first_station + (position - 1) * step
                  ELSE first_station + (stops - position) * step END AS station_id,
             (position - 1) * leg_minutes
                 + CASE WHEN position IN (1, stops) THEN 0 ELSE pg_temp.mix(train_id * 16 + position, 50, 9) END AS minutes,
             CASE WHEN position IN (1, stops) THEN 0 ELSE 3 + pg_temp.mix(train_id * 16 + position, 51, 10) END AS halt
      FROM train
      JOIN route ON pair = (train_id + 1) / 2
      CROSS JOIN LATERAL generate_series(1, stops) AS position) AS stop
ORDER BY train_id, position;

INSERT INTO segment (from_station_id, to_station_id, length_km, surveyed_km, is_electrified, scenery)
SELECT here, there, length_km,
       length_km + CAST('0.00' || lpad(CAST(pg_temp.mix(lower_end * 121 + upper_end, 60, 1000000000) AS text), 9, '0')
                               || lpad(CAST(pg_temp.mix(lower_end * 121 + upper_end, 61, 1000000000) AS text), 9, '0')
                               || lpad(CAST(pg_temp.mix(lower_end * 121 + upper_end, 62, 10000000) AS text), 7, '0') AS numeric),
       pg_temp.mix(lower_end * 121 + upper_end, 63, 4) > 0,
       nullif(pg_temp.mix(here * 121 + there, 64, 6), 0)
FROM (SELECT DISTINCT here.station_id AS here, there.station_id AS there,
             least(here.station_id, there.station_id) AS lower_end, greatest(here.station_id, there.station_id) AS upper_end
      FROM train_station AS here
      JOIN train_station AS there ON there.train_id = here.train_id AND there.position = here.position + 1) AS pair
JOIN (SELECT s.station_id AS a, t.station_id AS b,
             round(CAST(sqrt((s.latitude - t.latitude) * (s.latitude - t.latitude) * 12365
                           + (s.longitude - t.longitude) * (s.longitude - t.longitude) * 4900) * 1.21 AS numeric), 2) AS length_km
      FROM station AS s CROSS JOIN station AS t) AS distance ON a = here AND b = there
ORDER BY here, there;

-- Rolling stock -------------------------------------------------------------------------------------------------------

-- Six carriages to a train, then forty in reserve. Carriage c belongs to train (c - 1) / 6 + 1.
INSERT INTO carriage (serial, company_id, train_id, position, class, name, built_on, overhauled_at, tare_tonnes)
SELECT pg_temp.pick(c, 70, '{Bcm,WLA,Bvc,ABm}') || '-' || 1000 + c * 17,
       CASE WHEN c <= 360 THEN ((c - 1) / 12) % 6 ELSE c % 6 END + 1,
       CASE WHEN c <= 360 THEN (c - 1) / 6 + 1 END,
       CASE WHEN c <= 360 THEN (c - 1) % 6 + 1 END,
       ('{seat,couchette,couchette,sleeper,sleeper,deluxe}'::berth_class[])[(c - 1) % 6 + 1],
       CASE WHEN c % 6 = 0
            THEN pg_temp.pick(c, 71, '{Ursa,Vega,Lyra,Altaïr,Deneb,Mira,Rigel,Σείριος}') || ' ' || pg_temp.pick(c, 72, '{I,II,III,IV,V,VI}') END,
       date '1971-02-01' + pg_temp.mix(c, 73, 19200),
       CASE WHEN pg_temp.mix(c, 74, 4) > 0
            THEN timestamp '2019-01-07 16:30' + make_interval(days => pg_temp.mix(c, 75, 2300), mins => pg_temp.mix(c, 76, 40)) END,
       38 + pg_temp.mix(c, 77, 1800) / 100.0
FROM generate_series(1, 400) AS c
ORDER BY c;

INSERT INTO berth (carriage_id, number, compartment, tier, by_window)
SELECT carriage_id, number, (number - 1) / beds + 1,
       (CASE beds WHEN 6 THEN '{lower,middle,upper}' ELSE '{lower,upper}' END::text[])[(number - 1) % (beds / 2) + 1],
       number % 2 = 1
FROM (SELECT carriage_id,
             CASE class WHEN 'couchette' THEN 24 WHEN 'sleeper' THEN 12 WHEN 'deluxe' THEN 8 ELSE 0 END AS berths,
             CASE class WHEN 'couchette' THEN 6 ELSE 4 END AS beds
      FROM carriage) AS fitted
CROSS JOIN LATERAL generate_series(1, berths) AS number
ORDER BY carriage_id, number;

-- People at work ------------------------------------------------------------------------------------------------------

-- Employee e works for company (e - 1) % 6 + 1. The first six are the directors, the next thirty lead the crews.
INSERT INTO employee (name, email, company_id, manager_id, home_station_id, languages, hired_on, left_on, salary)
SELECT given || ' ' || family,
       lower(translate(given || '.' || family, 'øŁášëÞóïńÅ''', 'oLaseToinA')) || e || '@crew.example',
       (e - 1) % 6 + 1,
       CASE WHEN e > 36 THEN 7 + (e - 1) % 6 + 6 * pg_temp.mix(e, 82, 5) WHEN e > 6 THEN (e - 1) % 6 + 1 END,
       1 + pg_temp.mix(e, 83, 120),
       array_remove(ARRAY['English', pg_temp.pick(e, 84, '{Norvanish,Zelkovan,Oberalian,Vyskovan}'),
                          pg_temp.pick(e, 85, '{Quimeran,Ixian,Yonamese,NULL,NULL}')], NULL),
       date '1989-04-01' + pg_temp.mix(e, 86, 12900),
       CASE WHEN e > 36 AND pg_temp.mix(e, 87, 14) = 0 THEN date '2025-10-31' + pg_temp.mix(e, 88, 60) END,
       CASE WHEN e <= 6 THEN 98000 WHEN e <= 36 THEN 61000 ELSE 34000 END + pg_temp.mix(e, 89, 180000) / 10.0
FROM (SELECT e,
             pg_temp.pick(e, 80, '{Ada,Søren,Łucja,Milo,Ingrid,Tomáš,Zoë,Ravi,Þóra,Nils,Aïsha,Jonas,Márta,Kofi,Elif,Hana,Otto,Yuki,Noor,Pavel}') AS given,
             pg_temp.pick(e, 81, '{Lindqvist,Ward,Zieliński,Okafor,Brandt,Novák,Serrano,Åberg,Penrose,Tanaka,Moreau,Dahl,Ortega,Vance,O''Hara,Kowalczyk,Ivarsdóttir,Marsh}') AS family
      FROM generate_series(1, 320) AS e) AS named
ORDER BY e;

INSERT INTO departure (train_id, departs_on, scheduled_at, departed_at, delay, status, weather)
SELECT train_id, day, scheduled_at,
       CASE WHEN status IN ('on-time', 'delayed') THEN scheduled_at + coalesce(delay, interval '0') END,
       CASE WHEN status = 'delayed' THEN delay END,
       status,
       CASE WHEN status IN ('on-time', 'delayed') AND pg_temp.mix(n, 94, 5) > 0
            THEN json_build_object('sky', pg_temp.pick(n, 95, '{clear,clear,overcast,"light rain",fog,"thunder ⚡"}'),
                                   'celsius', round(pg_temp.mix(n, 96, 280) / 10.0 - 4, 1),
                                   'moon', CASE WHEN pg_temp.mix(n, 97, 3) > 0 THEN (day - date '2025-04-27') % 29 END) END
FROM (SELECT *,
             CASE WHEN luck < 30 THEN make_interval(mins => 4 + pg_temp.mix(n, 91, 25) + pg_temp.mix(n, 92, 2) * pg_temp.mix(n, 93, 140)) END AS delay,
             CASE WHEN day > date '2025-10-15' THEN 'scheduled'
                  WHEN day = date '2025-10-15' THEN 'boarding'
                  WHEN luck < 30 THEN 'delayed'
                  WHEN luck < 34 THEN 'cancelled'
                  ELSE 'on-time' END::departure_status AS status
      FROM (SELECT train_id, day, n, pg_temp.mix(n, 90, 160) AS luck, departs_at,
                   (day + departs_at) AT TIME ZONE 'UTC' - utc_offset AS scheduled_at
            FROM (SELECT train_id, departs_at, utc_offset, date '2025-05-01' + offset_days AS day, train_id * 400 + offset_days AS n
                  FROM train
                  JOIN station ON station_id = origin_id
                  JOIN country ON country.code = country_code
                  CROSS JOIN generate_series(0, 183) AS offset_days
                  WHERE extract(isodow FROM date '2025-05-01' + offset_days) = ANY (runs_on)) AS night) AS drawn) AS told
ORDER BY scheduled_at, train_id;

ANALYZE departure, train, train_station, carriage, station;

-- Two to four of the company's crew, all different because 11 and 47 have no common factor.
INSERT INTO assignment (departure_id, employee_id, duty, shift, remark)
SELECT departure_id,
       36 + company_id + 6 * ((pg_temp.mix(departure_id, 100, 47) + place * 11) % 47),
       ('{driver,conductor,steward,cook}'::duty[])[place + 1],
       make_interval(mins => 360 + 15 * pg_temp.mix(departure_id * 4 + place, 101, 20)),
       CASE WHEN pg_temp.mix(departure_id * 4 + place, 102, 12) = 0
            THEN pg_temp.pick(departure_id * 4 + place, 103, '{"Swapped at the border.","Brought the accordion.","Out of tea by midnight.","Found a lost bear in berth 12.","Slept like a stone, sorry."}') END
FROM departure
JOIN train USING (train_id)
CROSS JOIN LATERAL generate_series(0, 1 + pg_temp.mix(departure_id, 104, 3)) AS place
ORDER BY departure_id, place;

UPDATE assignment SET duty = 'night-watch' WHERE duty = 'cook' AND departure_id % 3 = 0;

INSERT INTO incident (departure_id, station_id, cause, cost, resolved_at)
SELECT departure_id, station_id,
       pg_temp.pick(n, 111, '{"Cow on the line","Signal asleep","Late connection","Frozen points","Leaves","A wedding party that would not leave the buffet","Owl in the pantograph","Passport control","Missing cook"}'),
       delay / (share + 1),
       CASE WHEN departed_at < '2025-10-12 00:00:00+00' AND pg_temp.mix(n, 112, 9) > 0
            THEN departed_at + make_interval(mins => 90 + pg_temp.mix(n, 113, 4000)) END
FROM (SELECT departure_id, train_id, departed_at, delay, share, part, departure_id * 4 + part AS n
      FROM (SELECT departure_id, train_id, departed_at, delay, pg_temp.mix(departure_id, 110, 2) AS share
            FROM departure WHERE status = 'delayed') AS late
      CROSS JOIN LATERAL generate_series(0, share) AS part) AS blamed
JOIN train_station ON train_station.train_id = blamed.train_id AND position = 1 + part
ORDER BY departure_id, part;

INSERT INTO sighting (seen_on, sighting_id, departure_id, station_id, employee_id, kind, seen_at, how_many, magnitude, note)
SELECT CAST(moment AS date),
       row_number() OVER (ORDER BY moment, departure_id, part),
       departure_id,
       CASE WHEN pg_temp.mix(n, 121, 10) < 7 THEN station_id END,
       CASE WHEN pg_temp.mix(n, 122, 10) < 6 THEN 36 + company_id + 6 * pg_temp.mix(departure_id, 100, 47) END,
       kind,
       CAST(moment AS time),
       CASE WHEN kind IN ('fireflies', 'meteor') THEN 3 + pg_temp.mix(n, 123, 200) ELSE 1 + pg_temp.mix(n, 124, 3) END,
       CASE WHEN kind IN ('aurora', 'meteor', 'lighthouse') THEN pg_temp.mix(n, 125, 900) / 100.0 - 4 END,
       CASE WHEN pg_temp.mix(n, 126, 4) = 0
            THEN pg_temp.pick(n, 127, '{"Whole carriage awake.","Only for a second.","It waved. I waved.","🌌","Blurred photograph attached.","Again at the same bend, three nights running."}') END
FROM (SELECT departure_id, company_id, station_id, part, n,
             ('{aurora,meteor,fox,owl,lynx,night-heron,fireflies,lighthouse,fox,owl,meteor,fox}'::sighting_kind[])[1 + pg_temp.mix(n, 128, 12)] AS kind,
             departs_on + time '21:10' + make_interval(mins => pg_temp.mix(n, 129, 460)) AS moment
      FROM (SELECT departure_id, train_id, departs_on, part, departure_id * 4 + part AS n
            FROM departure
            CROSS JOIN LATERAL generate_series(1, pg_temp.mix(departure_id, 120, 4)) AS part
            WHERE departed_at IS NOT NULL) AS looked
      JOIN train USING (train_id)
      JOIN train_station USING (train_id)
      WHERE position = 2 + pg_temp.mix(n, 130, 5)) AS seen;

-- People asleep -------------------------------------------------------------------------------------------------------

INSERT INTO passenger (given_name, family_name, email, country_code, born_on, registered_at, points, preferences)
SELECT given, family,
       lower(translate(given || '.' || family, 'ÉíŁïČěüÅñøó', 'EiLiCeuAnoo')) || '.' || i || '@post.example',
       CASE WHEN pg_temp.mix(i, 142, 20) > 0 THEN pg_temp.pick(i, 143, '{NV,NV,NV,ZL,ZL,OB,VY,QM,QM,HX,IX,YN}') END,
       CASE WHEN pg_temp.mix(i, 144, 3) > 0 THEN date '1938-01-01' + pg_temp.mix(i, 145, 25500) END,
       timestamptz '2012-01-01 00:00:00+00' + make_interval(secs => i * 106000 + pg_temp.mix(i, 146, 90000) + pg_temp.mix(i, 147, 1000) / 1000.0),
       pg_temp.mix(i, 148, 60) * pg_temp.mix(i, 149, 60),
       CASE WHEN pg_temp.mix(i, 150, 3) > 0
            THEN jsonb_build_object('pillow', pg_temp.pick(i, 151, '{soft,firm,buckwheat,none}'),
                                    'wake', pg_temp.pick(i, 152, '{"30 minutes before","at the border",never}'),
                                    'quiet', pg_temp.mix(i, 153, 2) = 0) END
FROM (SELECT i,
             pg_temp.pick(i, 140, '{Anna,Émile,Sofía,Łukasz,Greta,Ben,Leïla,Oskar,Čeněk,Maud,Iris,Tariq,Jürgen,Nina,Åsa,Paul,Wanda,Hugo,Kaya,Theo,Lin,Petra,Sam,Vera}') AS given,
             pg_temp.pick(i, 141, '{Albers,Bianchi,Castañeda,Dvorak,Eriksen,Fontaine,Gray,Hollis,Ito,Jansen,Kadare,Laurent,Møller,Nakamura,Olsen,Petrov,Quinn,Reyes,Sato,Tóth,Underhill,Varga,Weiss,Young,Zamani}') AS family
      FROM generate_series(1, 4000) AS i) AS named
ORDER BY i;

-- Up to three bookings on a departure with one to three tickets each; a booking's places lie side by side. Places 0 to
-- 79 of a train are berths, 80 to 95 seats, and 13 places lie between two bookings, so that nobody shares a berth.
CREATE TEMPORARY TABLE draft AS
SELECT departure_id, train_id, departs_on, scheduled_at, departed_at, booking, part, booking * 4 + part AS n,
       (train_id - 1) * 6 + position AS carriage_id,
       CASE WHEN place < 80 THEN place - ('{0,0,24,48,60,72}'::int[])[position] + 1 END AS berth_number,
       ('{seat,couchette,couchette,sleeper,sleeper,deluxe}'::berth_class[])[position] AS class,
       ('{29,49,49,95,95,169}'::int[])[position] + 0.90 + pg_temp.mix(train_id, 160, 9) + 5 * pg_temp.mix(booking, 161, 4) AS price
FROM (SELECT *, CASE WHEN place < 24 THEN 2 WHEN place < 48 THEN 3 WHEN place < 60 THEN 4 WHEN place < 72 THEN 5 WHEN place < 80 THEN 6 ELSE 1 END AS position
      FROM (SELECT departure_id, train_id, departs_on, scheduled_at, departed_at, booking, part,
                   (pg_temp.mix(departure_id, 162, 96) + party * 13 + part) % 96 AS place
            FROM (SELECT *, departure_id * 4 + party AS booking
                  FROM departure
                  CROSS JOIN LATERAL generate_series(1, pg_temp.mix(departure_id, 163, 4)) AS party) AS booked
            CROSS JOIN LATERAL generate_series(0, pg_temp.mix(booking, 164, 3)) AS part) AS placed) AS found;

INSERT INTO booking (booking_id, reference, passenger_id, booked_at, cancelled_at, is_paid, total, wishes)
SELECT pg_temp.booking_key(booking),
       chr(65 + pg_temp.mix(booking, 170, 26)) || chr(65 + pg_temp.mix(booking, 171, 26)) || '-' || upper(lpad(to_hex(booking * 40503 % 65536), 4, '0')),
       1 + CAST(pg_temp.mix(booking, 172, 4000) AS bigint) * pg_temp.mix(booking, 173, 4000) / 4000,
       booked_at,
       CASE WHEN pg_temp.mix(booking, 174, 25) = 0 THEN booked_at + make_interval(hours => 1 + pg_temp.mix(booking, 175, 20)) END,
       pg_temp.mix(booking, 176, 30) > 0,
       total,
       CASE WHEN pg_temp.mix(booking, 177, 9) = 0
            THEN pg_temp.pick(booking, 178, '{"Away from the engine, please.","Travelling with a cello.","Wake me for the viaduct!","Vegetarian breakfast","No feathers — allergic","生日快乐 🎂 for the child in the upper berth"}') END
FROM (SELECT booking, sum(price) AS total,
             min(scheduled_at) - make_interval(
                 hours => 30 + 24 * greatest(min(departs_on) - date '2025-10-15', 0) + pg_temp.mix(booking, 179, 2000),
                 mins => pg_temp.mix(booking, 180, 60)) AS booked_at
      FROM draft
      GROUP BY booking) AS summed
ORDER BY booking;

INSERT INTO ticket (booking_id, departure_id, carriage_id, berth_number, class, price, breakfast, scanned_at)
SELECT pg_temp.booking_key(booking), departure_id, carriage_id, berth_number, class, price,
       CASE WHEN class <> 'seat' THEN pg_temp.pick(n, 190, '{porridge,"rye bread & plum jam","miso soup",croissant,NULL}') END,
       CASE WHEN departed_at IS NOT NULL AND pg_temp.mix(n, 191, 25) > 0
            THEN departed_at AT TIME ZONE 'UTC' + make_interval(mins => 70 + pg_temp.mix(n, 192, 50), secs => pg_temp.mix(n, 193, 60)) END
FROM draft
ORDER BY booking, part;

INSERT INTO review (ticket_id, stars, body, hours_slept, written_at)
SELECT ticket_id,
       1 + greatest(pg_temp.mix(ticket_id, 201, 5), pg_temp.mix(ticket_id, 202, 5)),
       CASE WHEN pg_temp.mix(ticket_id, 203, 4) > 0
            THEN pg_temp.pick(ticket_id, 204, '{"Slept like a log.","The pillow was a rumour.","Woke up in another country, as promised.","Somebody hummed until three.","Best porridge on rails.","Très calme, merci.","Moon through the window all night 🌙","The steward knew my name."}')
              || CASE WHEN pg_temp.mix(ticket_id, 205, 3) = 0 THEN E'\n' || pg_temp.pick(ticket_id, 206, '{"Would book again.","Bring earplugs.","\"Next time with my sister.\"","Five hours, one dream."}') ELSE '' END END,
       CASE WHEN pg_temp.mix(ticket_id, 207, 5) > 0 THEN pg_temp.mix(ticket_id, 208, 90) / 10.0 END,
       scanned_at AT TIME ZONE 'UTC' + make_interval(mins => 600 + pg_temp.mix(ticket_id, 209, 5000))
FROM ticket
WHERE scanned_at < '2025-10-11' AND pg_temp.mix(ticket_id, 200, 5) = 0
ORDER BY ticket_id;

DROP TABLE draft, route;
DROP FUNCTION pg_temp.pick(bigint, int, text[]), pg_temp.mix(bigint, int, int), pg_temp.booking_key(bigint);

REFRESH MATERIALIZED VIEW monthly_revenue;

ANALYZE;
