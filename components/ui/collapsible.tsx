'use client'

import { Collapsible as Primitive } from 'radix-ui'

/** Radix Collapsible: `Collapsible`, its trigger and its content. */
export const Collapsible = Primitive.Root
export const CollapsibleTrigger = Primitive.Trigger
export const CollapsibleContent = Primitive.Content
