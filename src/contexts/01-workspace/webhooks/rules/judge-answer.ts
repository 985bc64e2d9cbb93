/** What does an answer mean: it arrived, try again, or never come back? */

export interface Answer {
  status: number | null
  problem: string | null
}
export type Judgement = { arrived: true } | { arrived: false; why: string; gone: boolean }

/** Any 2xx says that it arrived, whatever came after the status. */
export function judgeAnswer({ status, problem }: Answer): Judgement {
  if (status !== null && status >= 200 && status < 300) return { arrived: true }
  if (status === null) return { arrived: false, why: problem ?? 'Nothing answered', gone: false }
  if (status === 410) return { arrived: false, why: 'Answered 410: the receiver wants no more of these', gone: true }
  if (status >= 300 && status < 400)
    return { arrived: false, why: `Answered ${status}: redirects are not followed, write the final address`, gone: false }
  return { arrived: false, why: `Answered ${status}`, gone: false }
}
