import { cleanup, render, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { navigation } from './navigation.fixture.tsx'
import { TitleArrival } from './title-arrival.tsx'

afterEach(cleanup)

const SOON = [1, 2, 3]

it('has the page read again while a title is being written, and no more once it is there', async () => {
  const { told, wrapper } = navigation('/c/cnv_1')
  const { rerender } = render(<TitleArrival isDue looksMs={[1, 1_000_000]} />, { wrapper })
  await waitFor(() => expect(told).toEqual(['refresh']))
  rerender(<TitleArrival isDue={false} looksMs={SOON} />)
  rerender(<TitleArrival isDue looksMs={SOON} />)
  await waitFor(() => expect(told).toHaveLength(4))
})

it('leaves a page alone whose title is not due', async () => {
  const { told, wrapper } = navigation('/c/cnv_1')
  render(<TitleArrival isDue={false} looksMs={SOON} />, { wrapper })
  const other = navigation('/c/cnv_2')
  render(<TitleArrival isDue looksMs={SOON} />, { wrapper: other.wrapper })
  await waitFor(() => expect(other.told).toHaveLength(3))
  expect(told).toEqual([])
})
