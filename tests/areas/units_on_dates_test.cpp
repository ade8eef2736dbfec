// SPDX-License-Identifier: Apache-2.0
// Who stands where on which day: read from the areas' tables by the real loader, held against the dated events of
// timeline.csv.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "layers/orbat/changes.hpp"
#include "tests/areas/opened_area.hpp"

using namespace areas;

namespace {

struct Day {
    const char* date;
    std::set<std::string> present, absent;
};

void checkDays(const std::string& name, const std::vector<Day>& days) {
    const OpenedArea area = openBundled(name);
    for (const Day& day : days) {
        CAPTURE(day.date);
        const std::set<std::string> units = area.unitsOn(day.date);
        for (const std::string& id : day.present) CHECK_MESSAGE(units.contains(id), id, " is missing");
        for (const std::string& id : day.absent) CHECK_MESSAGE(!units.contains(id), id, " should not be there");
    }
}

// "kazcoy +", "finbatt -", "indbatt = indbatt_prev", "post >": arrived, left, relieved, moved.
std::set<std::string> changesOf(const std::string& name, const char* from, const char* to) {
    const OpenedArea area = openBundled(name);
    std::set<std::string> texts;
    for (const layers::LayerSpec& layer : area.document.layers) {
        if (layer.kind != layers::LayerKind::units) continue;
        const layers::Orbat orbat = layers::buildOrbat(*area.stores.at(layer.id), layer.columns);
        for (const layers::UnitChange& change : layers::changesBetween(orbat, from, to)) {
            const char* signs[] = {" +", " -", " >", " = "};
            const bool relieved = change.kind == layers::ChangeKind::relieved;
            texts.insert(orbat.units[change.unit].id + signs[static_cast<std::size_t>(change.kind)] +
                         (relieved ? orbat.units[change.before].id : ""));
        }
    }
    return texts;
}

}  // namespace

TEST_CASE("UNIFIL: a rotation is one change, the Kazakh company's coming is an arrival") {
    const auto autumn = changesOf("unifil", "2018-10-01", "2018-11-06");
    for (const char* change : {"kazcoy +", "indbatt = indbatt_prev", "italbatt = italbatt_prev", "fcr = fcr_prev"})
        CHECK_MESSAGE(autumn.contains(change), change);
    for (const char* change : {"indbatt +", "indbatt_prev -", "fcr_prev -"})
        CHECK_MESSAGE(!autumn.contains(change), change);
    CHECK(changesOf("unifil", "2019-01-01", "2020-01-01").contains("kazcoy_3rd = kazcoy"));
    CHECK(changesOf("iraq-2003-2008", "2003-12-01", "2004-03-01").contains("kazbat = kazbat1"));
    CHECK(changesOf("minurso", "2015-01-01", "2016-01-01").contains("kaz_obs = kaz_obs14"));
}

TEST_CASE("UNIFIL: the Kazakh company comes on 31 October 2018, battalions rotate") {
    const std::set<std::string> everyBattalion{"italbatt", "ghanbatt", "irishfinbatt", "malbatt",       "rokbatt",
                                               "indbatt",  "nepbatt",  "indobatt",     "spanbatt_prev", "fcr"};
    std::set<std::string> sixNovember = everyBattalion;
    sixNovember.insert({"unifil_hq", "sw_hq", "se_hq", "kazcoy", "mtf"});
    checkDays("unifil",
              {{"2018-10-01", {"unifil_hq", "italbatt_prev", "indbatt_prev"}, {"kazcoy", "italbatt", "indbatt"}},
               {"2018-10-30", {"indbatt_prev"}, {"kazcoy"}},
               {"2018-10-31", {"kazcoy", "indbatt"}, {"indbatt_prev"}},
               {"2018-11-06", sixNovember, {"italbatt_prev", "irishbatt", "spanbatt", "kazcoy_2nd"}},
               {"2020-01-01", {"kazcoy_3rd"}, {"kazcoy", "kazcoy_2nd", "kazcoy_4th"}}});
}

TEST_CASE("MINURSO: Dakhla closes, Guerguerat opens, two Kazakh observers become five") {
    const std::set<std::string> sites{"ts_mahbas",   "ts_smara",    "ts_oumdreyga", "ts_awsard", "ts_birlahlou",
                                      "ts_tifariti", "ts_mehaires", "ts_mijek",     "ts_agwanit"};
    checkDays("minurso", {{"2014-12-01", {"minurso_hq", "minurso_dakhla", "kaz_obs14"}, {"kaz_obs", "ts_guerguerat"}},
                          {"2016-03-21", {"minurso_dakhla", "kaz_obs"}, {"kaz_obs14"}},
                          {"2016-03-22", {"minurso_hq"}, {"minurso_dakhla"}},
                          {"2018-11-06", sites, {"ts_guerguerat"}},
                          {"2019-01-15", {"ts_guerguerat", "kaz_obs", "minurso_tlo"}, {}}});
}

TEST_CASE("Iraq: the Kazakh engineers stand at Al Kut from August 2003 to October 2008") {
    checkDays(
        "iraq-2003-2008",
        {{"2003-08-18", {}, {"kazbat1", "mndcs_hq03", "ua_bde"}},
         {"2003-08-20", {"kazbat1"}, {"kazbat", "mndcs_hq03"}},
         {"2003-12-01",
          {"mndcs_hq03", "pl_bde", "es_bde", "ua_bde", "kazbat1", "fob_delta"},
          {"kazbat", "camp_charlie", "mndcs_hq05"}},
         {"2004-06-01", {"kazbat", "ua_bde", "camp_charlie"}, {"es_bde", "kazbat1"}},
         {"2005-01-09", {"suwayrah", "kazbat"}, {}},
         {"2005-01-10", {"kazbat"}, {"suwayrah"}},
         {"2006-06-01", {"mndcs_hq05", "kazbat", "fob_delta"}, {"camp_charlie", "ua_bde", "mndcs_hq03", "kaz_rowpu"}},
         {"2008-06-01", {"kaz_rowpu", "kazbat"}, {}},
         {"2008-10-21", {"fob_delta"}, {"kazbat", "kaz_rowpu", "mndcs_hq05"}}});
}

TEST_CASE("Iraq: the engineers' parent is the headquarters of the day") {
    const OpenedArea area = openBundled("iraq-2003-2008");
    const geodata::Store& store = *area.stores.at("kazbat");
    const auto column = [&](const char* name) { return store.column(name).value(); };
    std::map<std::string, std::string> parentFrom;  // by the day from which the row counts
    for (std::uint32_t i = 0; i < store.size(); ++i)
        if (store.feature(i).value(column("id")) == "kazbat")
            parentFrom.emplace(store.feature(i).value(column("valid_from")), store.feature(i).value(column("parent")));
    CHECK(parentFrom == std::map<std::string, std::string>{{"2004-01-30", "mndcs_hq03"}, {"2005-02-01", "mndcs_hq05"}});
}
