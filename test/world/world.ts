/** What is the whole story of the demo world, in the order of its mails? */

import { needsLaundry } from './expect-needs-laundry.ts'
import { needsOthers } from './expect-needs-others.ts'
import { needsShipsAndBread } from './expect-needs-ships-and-bread.ts'
import { expectedCompetitors, expectedObjections } from './expect-objections.ts'
import { promisesShipsBreadLinen } from './expect-promises.ts'
import { promisesMore } from './expect-promises-more.ts'
import { promisesOthers } from './expect-promises-others.ts'
import { clystCalls } from './story/clyst-calls.ts'
import { clystDecision } from './story/clyst-decision.ts'
import { clystDiscovery } from './story/clyst-discovery.ts'
import { clystRows } from './story/clyst-rows.ts'
import { hollenstedt } from './story/hollenstedt.ts'
import { hollenstedtCalls } from './story/hollenstedt-calls.ts'
import { hollenstedtHandover } from './story/hollenstedt-handover.ts'
import { noordveld } from './story/noordveld.ts'
import { opportunities } from './story/opportunities.ts'
import { oudePolder } from './story/oude-polder.ts'
import { pargeterCalls } from './story/pargeter-calls.ts'
import { pargeterPilot } from './story/pargeter-pilot.ts'
import { pargeterRollout } from './story/pargeter-rollout.ts'
import { pargeterShops } from './story/pargeter-shops.ts'
import { playhouse } from './story/playhouse.ts'
import { playhouseCalls } from './story/playhouse-calls.ts'
import { polderCalls } from './story/polder-calls.ts'
import { skerrowCalls } from './story/skerrow-calls.ts'
import { skerrowFreight } from './story/skerrow-freight.ts'
import { skerrowGaps } from './story/skerrow-gaps.ts'
import { skerrowPromise } from './story/skerrow-promise.ts'
import { passingMail, teamMail } from './story/team.ts'
import { teamCalls } from './story/team-calls.ts'
import type { World } from './story-shape.ts'

export const world: World = {
  threads: [
    ...skerrowGaps,
    ...skerrowPromise,
    ...skerrowFreight,
    ...pargeterPilot,
    ...pargeterShops,
    ...pargeterRollout,
    ...clystDiscovery,
    ...clystDecision,
    ...clystRows,
    ...oudePolder,
    ...noordveld,
    ...playhouse,
    ...hollenstedt,
    ...hollenstedtHandover,
    ...teamMail,
    ...passingMail,
  ],
  calls: [...skerrowCalls, ...pargeterCalls, ...clystCalls, ...polderCalls, ...playhouseCalls, ...hollenstedtCalls, ...teamCalls],
  opportunities,
  expectations: {
    needs: [...needsShipsAndBread, ...needsLaundry, ...needsOthers],
    promises: [...promisesShipsBreadLinen, ...promisesOthers, ...promisesMore],
    objections: expectedObjections,
    competitors: expectedCompetitors,
  },
}
